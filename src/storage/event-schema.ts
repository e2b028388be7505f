import { z } from 'zod';
import { isDay } from '../domain/day.ts';
import type { Event, EventBodies, EventKind } from '../domain/event/event.ts';
import type { Question } from '../domain/quiz/question.ts';
import { stripText } from '../domain/strip.ts';
import { instantOf } from './ids.ts';

/** What may stand in an event that comes from a file, so that no fold meets what it cannot take. */

const LONGEST_NAME = 500;
const LONGEST_TEXT = 200_000;
const MOST_MINUTES = 10_000_000;
const MOST_NAMES = 2_000;
/** Ids begin with an instant; one after this is no slip of a clock. */
const LAST_INSTANT = Date.UTC(3000, 0);

/** A text without anything that could act on a terminal. */
const name = z
  .string()
  .max(LONGEST_NAME)
  .refine((text) => stripText(text) === text, 'control characters');
const text = z.string().max(LONGEST_TEXT);
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'no UUIDv7')
  .refine((uuid) => instantOf(uuid) < LAST_INSTANT, 'an impossible time');
const day = z.string().refine(isDay, 'no day');
const minutes = z.int().min(0).max(MOST_MINUTES);
const count = z.int().min(0).max(MOST_MINUTES);
const availability = z.array(z.number().min(0).max(1440)).length(7);
const nothing = z.object({});
const mark = z.object({ change: id });

const QUESTION_KINDS = [
  ...['choice', 'several', 'truefalse', 'number', 'vector', 'matrix', 'shape', 'expression'],
  ...['order', 'match', 'cloze', 'text', 'open'],
] as Question['kind'][];

const BODIES: { [K in EventKind]: z.ZodType<EventBodies[K]> } = {
  enrolled: z.object({
    start: day,
    availability,
    finish: day.nullable(),
    timezone: z
      .string()
      .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/)
      .nullable(),
    weeks: z.record(name, z.number().min(0).max(MOST_MINUTES)),
    plannedBefore: z.object({ until: day, minutes: z.number() }).nullable(),
    folder: name.max(4096).nullable(),
    phases: z
      .array(z.object({ id: name, start: day, end: day }))
      .max(MOST_NAMES)
      .optional(),
  }),
  'clock-started': z.object({ units: count.nullable() }),
  'clock-paused': nothing,
  'clock-resumed': nothing,
  'clock-stopped': z.object({ minutes, day }),
  'time-logged': z.object({ minutes, day, estimated: z.boolean() }),
  'resource-done': z.object({ units: count.nullable() }),
  'topic-done': nothing,
  'milestone-done': nothing,
  skipped: nothing,
  unskipped: nothing,
  overridden: z.object({ waitingFor: z.array(name).max(MOST_NAMES) }),
  noted: z.object({ text }),
  'hours-changed': z.object({ from: day, availability }),
  'days-changed': z.object({
    from: day,
    to: day,
    minutes: minutes.nullable(),
    title: text.nullable(),
  }),
  'finish-changed': z.object({ finish: day.nullable() }),
  'quiz-started': z.object({
    exam: z.boolean(),
    seed: z.number(),
    questions: z.array(name).max(MOST_NAMES),
  }),
  'quiz-ended': z.object({ quiz: name, minutes, day }),
  answered: z.object({
    quiz: name,
    seed: z.number(),
    topic: name,
    concept: name,
    kind: z.enum(QUESTION_KINDS).optional(),
    difficulty: z.number().min(0).max(10).optional(),
    // What was answered is only ever judged once, before it is kept.
    answer: z.looseObject({ kind: z.string() }).nullable() as unknown as z.ZodType<
      EventBodies['answered']['answer']
    >,
    correct: z.boolean(),
    credit: z.number().min(0).max(1),
    hints: count,
    ms: z.number().min(0),
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  undone: mark,
  redone: mark,
};

const FRAME = z.object({
  id,
  change: id,
  device: name.min(1),
  at: z.int().min(0).max(LAST_INSTANT),
  day,
  path: name,
  ref: name.nullable(),
  body: z.custom<object>((value) => value !== null && typeof value === 'object'),
});

/** Kinds of which only one about a ref makes sense. */
const ABOUT_NOTHING: ReadonlySet<EventKind> = new Set([
  'enrolled',
  'hours-changed',
  'days-changed',
  'finish-changed',
  'quiz-started',
  'quiz-ended',
  'undone',
  'redone',
]);

export type ReadEvent = { event: Event } | { problem: string; newer: boolean };

/**
 * A value as an event, exactly as it came, or what is wrong with it, as a sentence's end. `newer` is
 * whether a later llmpath may know what to make of it.
 */
export function readEvent(value: unknown): ReadEvent {
  const frame = FRAME.safeParse(value);
  if (!frame.success)
    return { problem: `is not an event: ${firstProblem(frame.error)}`, newer: false };
  const { kind } = value as { kind?: unknown };
  if (typeof kind !== 'string') return { problem: 'is not an event: it has no kind', newer: false };
  if (!Object.hasOwn(BODIES, kind)) {
    return { problem: 'holds a kind of event that this llmpath does not know', newer: true };
  }
  const known = kind as EventKind;
  const { data } = frame;
  if (data.change > data.id) return { problem: 'comes before its own change', newer: false };
  if (data.ref === null && !ABOUT_NOTHING.has(known)) {
    return { problem: 'is about nothing', newer: false };
  }
  const body = BODIES[known].safeParse(data.body);
  if (!body.success)
    return { problem: `is not an event: ${firstProblem(body.error)}`, newer: false };
  return { event: { ...data, kind: known } as Event };
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.map((step) => stripText(String(step)).slice(0, 40)).join('.');
  return place ? `${place} is wrong` : 'it is no object';
}
