import { z } from 'zod';

/** The JSON format of a report, for whoever reads it: `llmpath/report@1`. Keys are added, never changed. */

const day = z.iso.date();
const count = z.int().nonnegative();
const minutes = z.number().nonnegative();
const share = z.number().min(0).max(1);
const recall = z.strictObject({ today: share, finish: share });
const score = z.strictObject({ key: z.string(), reviews: count, right: count });
const counts = { minutes, answers: count, reviews: count, right: count };
const instant = z.iso.datetime();

const standing = z.strictObject({
  planned: minutes,
  done: minutes,
  spent: minutes,
  share,
  topics: count,
  topicsDone: count,
  finish: z.strictObject({ p50: day, p80: day }).nullable(),
  target: day.nullable(),
  aheadDays: z.int(),
  streak: z.strictObject({ days: count, buffer: count }),
});

const phase = z.strictObject({
  id: z.string(),
  number: count,
  title: z.string(),
  optional: z.boolean(),
  leftOut: z.boolean(),
  weeks: z.strictObject({ min: z.number(), max: z.number().nullable() }),
  topics: count,
  topicsDone: count,
  share,
  planned: minutes,
  spent: minutes,
  began: day.nullable(),
  last: day.nullable(),
  from: day.nullable(),
  to: day.nullable(),
});

const topic = z.strictObject({
  id: z.string(),
  phase: z.string(),
  title: z.string(),
  tier: z.enum(['essential', 'helpful', 'advanced']),
  needs: z.array(z.string()),
  state: z.enum(['locked', 'ready', 'started', 'done', 'skipped']),
  overruled: z.boolean(),
  percent: z.number().min(0).max(100),
  planned: minutes,
  spent: minutes,
  recall: recall.nullable(),
  answers: count,
  reviews: count,
  right: count,
  lastDay: day.nullable(),
});

const concept = z.strictObject({
  ref: z.string(),
  topic: z.string(),
  name: z.string(),
  questions: count,
  answers: count,
  proven: z.boolean(),
  recall,
});

const weakness = z.strictObject({
  topic: z.string(),
  title: z.string(),
  recall: share,
  concepts: z.array(z.string()),
  root: z
    .strictObject({
      topic: z.string(),
      title: z.string(),
      reason: z.enum(['left-out', 'overruled', 'fading']),
    })
    .nullable(),
});

const calibration = z.strictObject({
  reviews: count,
  logLoss: z.number().nonnegative().nullable(),
  predicted: share.nullable(),
  observed: share.nullable(),
  bins: z.array(
    z.strictObject({ from: share, to: share, reviews: count, predicted: share, observed: share }),
  ),
});

const activity = z.strictObject({
  minutes,
  studyDays: count,
  days: z.array(z.strictObject({ day, ...counts })),
  weeks: z.array(z.strictObject({ week: day, studyDays: count, ...counts })),
  hours: z.array(minutes).length(24),
});

const burnUp = z.strictObject({
  points: z.array(z.strictObject({ day, done: minutes, planned: minutes, spent: minutes })),
  fan: z.array(z.strictObject({ day, p50: minutes, p80: minutes })).nullable(),
});

const resource = z.strictObject({
  ref: z.string(),
  topic: z.string(),
  title: z.string(),
  portion: z.string(),
  kind: z.string(),
  role: z.enum(['core', 'alternative', 'deeper']),
  state: z.enum(['open', 'started', 'done', 'skipped']),
  estimate: minutes,
  spent: minutes,
  measured: z.boolean(),
});

const milestone = z.strictObject({
  ref: z.string(),
  topic: z.string(),
  topicTitle: z.string(),
  title: z.string(),
  state: z.enum(['open', 'done', 'skipped']),
  doneDay: day.nullable(),
  estimate: minutes,
  spent: minutes,
  checks: z.array(z.string()),
});

const happening = z.strictObject({
  id: z.string(),
  at: instant,
  day,
  kind: z.enum([
    'studied',
    'quiz',
    'resource',
    'topic',
    'milestone',
    'left-out',
    'taken-in',
    'note',
  ]),
  ref: z.string().nullable(),
  title: z.string(),
  minutes: minutes.nullable(),
  timed: z.boolean(),
});

const answer = z.strictObject({
  day,
  at: instant,
  ref: z.string(),
  topic: z.string(),
  concept: z.string(),
  kind: z.string().nullable(),
  difficulty: z.int().min(1).max(5).nullable(),
  correct: z.boolean(),
  credit: share,
  hints: count,
  seconds: minutes,
});

export const REPORT_SCHEMA = z.strictObject({
  schema: z.literal('llmpath/report@1'),
  at: instant,
  day,
  path: z.strictObject({ id: z.string(), title: z.string(), version: z.string() }),
  learner: z.string().nullable(),
  period: z.strictObject({
    from: day,
    to: day,
    kind: z.enum(['all', 'days', 'week', 'month', 'phase']),
    phase: z.string().nullable(),
  }),
  standing,
  phases: z.array(phase),
  topics: z.array(topic),
  concepts: z.array(concept),
  weak: z.array(weakness),
  accuracy: z.strictObject({
    answers: count,
    reviews: count,
    right: count,
    byKind: z.array(score),
    byDifficulty: z.array(score),
  }),
  calibration,
  activity,
  burnUp,
  resources: z.array(resource),
  pace: z.array(
    z.strictObject({ kind: z.string(), resources: count, estimate: minutes, spent: minutes }),
  ),
  milestones: z.array(milestone),
  choices: z.array(
    z.strictObject({
      kind: z.enum(['left-out', 'overruled', 'chosen-early']),
      ref: z.string(),
      title: z.string(),
      day: day.nullable(),
      before: z.array(z.string()),
    }),
  ),
  notes: z.array(z.strictObject({ day, ref: z.string(), title: z.string(), text: z.string() })),
  ahead: z.strictObject({
    from: day,
    to: day,
    days: z.array(z.looseObject({ day, minutes, capacity: minutes })),
    reviews: z.array(z.strictObject({ day, count })),
  }),
  happenings: z.array(happening),
  answers: z.array(answer).optional(),
});

/** The JSON Schema of it, as one document. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(REPORT_SCHEMA), null, 2)}\n`;
}
