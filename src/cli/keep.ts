import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUserError, UserError } from '../domain/error.ts';
import type { Context } from './context.ts';

/**
 * Does something with a text that a person has just written; when that fails, the text is kept in a
 * file and the error says where.
 */
export async function keepingText<T>(
  ctx: Context,
  name: string,
  text: string,
  use: () => T | Promise<T>,
): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!isUserError(error)) throw error;
    const file = join(ctx.folders.data, name);
    mkdirSync(ctx.folders.data, { recursive: true, mode: 0o700 });
    writeFileSync(file, text, { mode: 0o600 });
    throw new UserError(error.code, error.message, `What you wrote is kept in ${file}.`);
  }
}
