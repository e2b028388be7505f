import { z } from 'zod';
import { questionsSchema } from './questions.ts';
import { pathSchema, phaseSchema, resourcesSchema } from './schema.ts';

/** JSON Schemas for editors, by the name of the file they stand in under `paths/schema`. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'path.schema.json': toJson(pathSchema),
    'resources.schema.json': toJson(resourcesSchema),
    'phase.schema.json': toJson(phaseSchema),
    'questions.json': toJson(questionsSchema),
  };
}

function toJson(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
}
