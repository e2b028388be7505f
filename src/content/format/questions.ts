import { z } from 'zod';
import { isDay } from '../../domain/day.ts';
import type { Tolerance } from '../../domain/quiz/question.ts';
import { id, line, text, was } from './fields.ts';

/**
 * The format of a file of questions: one topic's, or a part of them. What a question has beside the
 * common keys depends on its kind.
 */

const LONGEST_EXPRESSION = 500;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

const words = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_EXPRESSION)
  .meta({ description: 'An expression, such as dot(a, b) / norm(b).' });
const expression = z.union([words, z.number(), z.boolean()], {
  error: 'must be a number or an expression, such as "2 * n + 1"',
});
const entry = z.union([z.number(), words], { error: 'must be a number or an expression' });
const bindings = z
  .record(z.string().regex(NAME, 'must be a letter, then letters, digits or _').max(40), expression)
  .refine((map) => Object.keys(map).length <= 40, 'has more than 40 names');

const common = {
  id: id.meta({ description: 'Unique in the topic, for ever; its ref is topic/q/id.' }),
  concept: id.meta({ description: 'The concept of the topic that it asks about.' }),
  difficulty: z
    .int('must be a whole number from 1 to 5')
    .min(1)
    .max(5)
    .meta({ description: '1 recall to 5 hard.' }),
  asks: z
    .enum(['recall', 'application', 'diagnosis'])
    .optional()
    .meta({ description: 'recall unless told.' }),
  outcome: z
    .int('must be a whole number, 1 for the first outcome')
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'Which of the outcomes of the topic it tests, from 1.' }),
  source: z
    .union([id, z.strictObject({ use: id, portion: line.optional() })], {
      error: 'must be a resource of the topic, or {use, portion}',
    })
    .optional()
    .meta({ description: 'Where to read more: a resource as used in the topic.' }),
  as_of: z
    .string()
    .refine(isDay, 'must be a real day written YYYY-MM-DD')
    .optional()
    .meta({ description: 'For facts that age: the day on which they were true.' }),
  params: bindings
    .optional()
    .meta({ description: 'Drawn from the seed in this order; each may use those before it.' }),
  let: bindings.optional().meta({ description: 'Computed in this order, after all params.' }),
  where: z
    .array(expression)
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'All must hold, else it is drawn again.' }),
  prompt: text.meta({ description: 'What is asked, with TeX between dollar signs.' }),
  explain: text.meta({ description: 'Why the answer is right, and the tempting one wrong.' }),
  hints: z
    .array(text)
    .max(4)
    .optional()
    .meta({ description: 'A ladder: a hint, a partial working, a worked solution.' }),
  was,
};

const option = z.strictObject({
  text,
  feedback: text.meta({ description: 'What choosing it tells about the one who does.' }),
});
const tolerance = z
  .union([z.number(), z.string()], { error: 'must be like 0.01, 1% or 3 digits' })
  .refine((value) => parseTolerance(value) !== null, 'must be like 0.01, 1% or 3 digits')
  .optional()
  .meta({ description: '0.01 absolute, 1% relative, 3 digits significant; exact unless told.' });

function slipsOf<T extends z.ZodType>(answer: T) {
  return z
    .array(z.strictObject({ answer, feedback: text }))
    .max(10)
    .optional()
    .meta({ description: 'Wrong answers that a typical mistake gives.' });
}

const numeric = z.union([z.number(), words], { error: 'must be a number or an expression' });
const list = z.union([z.array(entry).min(1).max(64), words], {
  error: 'must be a list of numbers, or an expression that gives one',
});
const grid = z.union(
  [
    z
      .array(z.array(entry).min(1).max(16))
      .min(1)
      .max(16)
      .refine((rows) => rows.every((row) => row.length === rows[0]?.length)),
    words,
  ],
  { error: 'must be rows of equal length, or an expression that gives them' },
);
const shape = z.union([z.array(z.union([z.int().min(0), words])).max(8), words], {
  error: 'must be a list of whole numbers, undefined, or an expression',
});
const forms = z.union([text, z.array(text).min(1).max(20)], {
  error: 'must be a text, or a list of accepted ones; numbers go in quotation marks',
});

const unit = z.strictObject({
  name: line.meta({ description: 'The unit of the answer.' }),
  forms: z
    .record(line, z.number().positive())
    .optional()
    .meta({ description: 'Other units, with their factors to it.' }),
  required: z.boolean().optional().meta({ description: 'Whether it must be written.' }),
});

const range = z
  .tuple([z.number(), z.number()], { error: 'must be two numbers, like [-2, 2]' })
  .refine(([min, max]) => min < max, 'must begin below its end');

const question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    answer: text,
    wrong: z.array(option).min(2).max(5),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('several'),
    answer: z.array(text).max(7),
    wrong: z.array(option).max(7),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('truefalse'),
    answer: z.union([z.boolean(), words], { error: 'must be true or false, or an expression' }),
    feedback: text.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    answer: numeric,
    tolerance,
    percent: z.boolean().optional().meta({ description: 'Whether 73% may be written for 0.73.' }),
    unit: unit.optional(),
    slips: slipsOf(numeric),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('vector'),
    answer: list,
    tolerance,
    unordered: z.boolean().optional().meta({ description: 'Whether any order is right.' }),
    slips: slipsOf(list),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('matrix'),
    answer: grid,
    tolerance,
    slips: slipsOf(grid),
  }),
  z.strictObject({ ...common, kind: z.literal('shape'), answer: shape, slips: slipsOf(shape) }),
  z.strictObject({
    ...common,
    kind: z.literal('expression'),
    answer: text,
    variables: z
      .record(z.string().regex(NAME, 'must be a letter, then letters, digits or _').max(20), range)
      .meta({ description: 'Each with the range in which answers are compared.' }),
    slips: slipsOf(text),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('order'),
    answer: z
      .array(
        z.union([text, z.array(text).min(2).max(7)], {
          error: 'must be a text, or a list of those that may swap; numbers go in quotation marks',
        }),
      )
      .min(2)
      .max(8)
      .meta({ description: 'In the right order; those in a list of their own may swap.' }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('match'),
    answer: z
      .array(z.tuple([text, text], { error: 'must be a pair of texts, like [left, right]' }))
      .min(3)
      .max(6),
    extra: z
      .array(text)
      .max(3)
      .optional()
      .meta({ description: 'On the right, without a partner.' }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('cloze'),
    answer: z
      .array(forms)
      .min(1)
      .max(9)
      .meta({ description: 'For each blank __1__, __2__, … what is accepted, the best first.' }),
  }),
  z.strictObject({ ...common, kind: z.literal('text'), answer: forms }),
  z.strictObject({ ...common, kind: z.literal('open'), answer: text }),
]);

export const questionsSchema = z
  .strictObject({
    topic: id.meta({ description: 'The topic that all questions of the file are about.' }),
    questions: z.array(question).min(1).max(300),
  })
  .meta({ title: 'llmpath: questions of a topic' });

/** `0.01`, `1%` or `3 digits`; null for what is none of them. */
export function parseTolerance(value: number | string): Tolerance | null {
  const [, number, unit = ''] =
    /^\s*((?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)\s*(%|digits?)?\s*$/i.exec(String(value)) ?? [];
  if (number === undefined || Number(number) === 0) return null;
  if (unit === '%') return { kind: 'relative', by: Number(number) / 100 };
  if (unit === '') return { kind: 'absolute', by: Number(number) };
  const count = Number(number);
  return Number.isInteger(count) && count <= 12 ? { kind: 'digits', count } : null;
}

export type QuestionsFile = z.infer<typeof questionsSchema>;
export type QuestionEntry = QuestionsFile['questions'][number];
