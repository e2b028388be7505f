import { z } from 'zod';
import { pathSchema, phaseSchema, resourcesSchema } from './schema.ts';

/** JSON Schemas for editors, by the name of the file they stand in under `paths/schema`. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'path.schema.json': toJson(pathSchema),
    'resources.schema.json': toJson(resourcesSchema),
    'phase.schema.json': toJson(phaseSchema),
  };
}

function toJson(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
}
