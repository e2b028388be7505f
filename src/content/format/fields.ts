import { z } from 'zod';

/** What the fields of all path files are made of. */

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, like math-vectors',
  )
  .max(64);
export const text = z.string().trim().min(1, 'must not be empty').max(4000);
export const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(300)
  .regex(/^[^\n\r]*$/, 'must be one line');
export const was = z
  .array(id)
  .optional()
  .meta({ description: 'Ids it had before; progress follows it through them.' });
