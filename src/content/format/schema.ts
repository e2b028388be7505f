import { z } from 'zod';
import { isDay } from '../../domain/day.ts';
import { parseWeeks } from '../../domain/path/weeks.ts';
import { id, line, text, was } from './fields.ts';

/**
 * The path format: one definition for validation, for the types of the files and for the JSON
 * Schema that editors read. Every object is strict, so a misspelt key is found.
 */

export const MOST_PHASES = 60;
const minutes = z.int('must be whole minutes').min(1).max(6000);
const url = z
  .string()
  .max(2000)
  .refine(isWebAddress, 'must be an http or https address')
  .meta({ format: 'uri' });

export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return false;
  return URL.canParse(address);
}

const tier = z.enum(['essential', 'helpful', 'advanced']);

const tierMeaning = z.strictObject({ title: line, meaning: text });
const shelfItem = z.strictObject({ resource: id, why: text });

export const pathSchema = z
  .strictObject({
    id: id.meta({ description: 'The name of the path, as in --path.' }),
    title: line,
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'must be three numbers, like 1.0.0')
      .meta({ description: 'Rises when the path changes.' }),
    summary: text,
    pace: z.number().positive().max(80).meta({ description: 'Hours a week that weeks assume.' }),
    resources: fileName().meta({ description: 'The file of resources.' }),
    phases: z
      .array(fileName())
      .min(1)
      .max(MOST_PHASES)
      .meta({ description: 'A file a phase, in order.' }),
    tiers: z.strictObject({ essential: tierMeaning, helpful: tierMeaning, advanced: tierMeaning }),
    books: z.array(shelfItem).optional(),
    communities: z.array(shelfItem).optional(),
  })
  .meta({ title: 'llmpath: path.yaml' });

function fileName() {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$/, 'must be a .yaml file in the same folder')
    .max(100);
}

const resource = z.strictObject({
  id,
  title: line,
  by: line.optional(),
  kind: z.enum(['video', 'course', 'book', 'paper', 'interactive', 'article', 'tool', 'community']),
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  hours: z.number().positive().max(2000).optional().meta({ description: 'Full length.' }),
  status: z
    .enum(['ok', 'moved', 'dead', 'doubtful'])
    .meta({ description: 'Whether the address, title and content are what the sources say.' }),
  url: url
    .optional()
    .meta({ description: "Today's address; of a dead resource the one that no longer works." }),
  seed_url: url
    .optional()
    .meta({ description: 'The address in the source lists, where it differs from url.' }),
  replacement: z
    .strictObject({ title: line, url })
    .optional()
    .meta({ description: 'What to use instead; required for a dead resource.' }),
  note: text.optional(),
  checked: z
    .string()
    .refine(isDay, 'must be a real day written YYYY-MM-DD')
    .optional()
    .meta({ description: 'The day the address was last looked at.' }),
  listed: z
    .array(z.strictObject({ title: line, label: line.optional(), section: line }))
    .optional()
    .meta({ description: 'Titles, labels and sections under which the source lists name it.' }),
});

export const resourcesSchema = z
  .strictObject({ resources: z.array(resource).min(1).max(2000) })
  .meta({ title: 'llmpath: the resources of a path' });

const section = z.strictObject({
  id,
  title: line,
  aliases: z.array(line).optional(),
  summary: text.optional(),
});

const use = z.strictObject({
  use: id.meta({ description: 'The id of a resource in the file of resources.' }),
  id: id
    .optional()
    .meta({ description: 'Needed where one topic uses a resource twice; else the resource id.' }),
  portion: line.meta({ description: 'Which part of the resource to take.' }),
  role: z.enum(['core', 'alternative', 'deeper']).meta({
    description: 'core counts in the hours; alternative stands in for a core one; deeper is extra.',
  }),
  minutes,
  units: z
    .array(
      z.union([line, z.strictObject({ title: line, minutes })], {
        error: 'must be a name, or {title, minutes}',
      }),
    )
    .min(2)
    .max(60)
    .optional()
    .meta({ description: 'Parts in order. Bare names share the minutes evenly.' }),
  was,
});

const application = z.strictObject({
  to: line,
  purpose: text.optional(),
  stage: z.enum(['training', 'inference', 'evaluation']).optional(),
  section: line.optional().meta({ description: 'The section of the source that treats it.' }),
  topic: id.optional().meta({ description: 'The topic of this path where it comes back.' }),
});

const concept = z.strictObject({
  id,
  name: line,
  aliases: z.array(line).optional(),
  definition: text,
  relevance: text.meta({ description: 'Why it matters for large language models.' }),
  applications: z.array(application).optional(),
  was,
});

const milestone = z.strictObject({
  id,
  title: line,
  minutes,
  brief: text,
  checks: z.array(text).min(1).max(20),
  was,
});

const topic = z.strictObject({
  id,
  title: line,
  section: id,
  tier,
  hours: z.number().positive().max(500),
  needs: z.array(id).optional().meta({ description: 'Topics that block this one.' }),
  helps: z.array(id).optional().meta({ description: 'Topics that advise only.' }),
  outcomes: z.array(line).min(1).max(20),
  resources: z.array(use).max(60).optional(),
  concepts: z.array(concept).max(100).optional(),
  milestones: z.array(milestone).max(30).optional(),
  was,
});

export const phaseSchema = z
  .strictObject({
    id,
    title: line,
    weeks: z
      .union([z.int(), z.string()], { error: 'must be weeks like 8, 4-6 or 8+' })
      .refine((value) => parseWeeks(String(value)) !== null, 'must be weeks like 8, 4-6 or 8+'),
    optional: z.boolean().optional(),
    skip_if: text.optional().meta({ description: 'Who may skip an optional phase.' }),
    summary: text,
    sections: z.array(section).min(1).max(40),
    formats: z
      .array(z.strictObject({ title: line, resources: z.record(id, z.array(id)) }))
      .optional()
      .meta({ description: 'Resources by type and section, for a learner who prefers one type.' }),
    topics: z.array(topic).min(1).max(500),
    was,
  })
  .meta({ title: 'llmpath: a phase of a path' });

export type PathFile = z.infer<typeof pathSchema>;
export type ResourcesFile = z.infer<typeof resourcesSchema>;
export type PhaseFile = z.infer<typeof phaseSchema>;
export type TopicEntry = PhaseFile['topics'][number];
export type UseEntry = NonNullable<TopicEntry['resources']>[number];
export type ResourceEntry = ResourcesFile['resources'][number];
