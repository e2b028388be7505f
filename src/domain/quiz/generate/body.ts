import { areWithin, isWithin } from '../grade/tolerance.ts';
import type { OpenQuestion, Question, Slip } from '../question.ts';
import type { Body, SlipTemplate, Text, Value } from '../template.ts';
import { drawMatch, drawOrder } from './arrangements.ts';
import { type Attempt, Discarded, type Place } from './attempt.ts';
import { drawOptions } from './options.ts';
import { listOf, matrixOf, needs, numberOf, truthOf, vectorOf, wholeOf } from './values.ts';

/** What a question has besides that which all have. */
export type Particular = Question extends infer Q
  ? Q extends Question
    ? Without<Q>
    : never
  : never;
type Without<Q> = Omit<Q, Exclude<keyof OpenQuestion, 'kind' | 'answer'>>;

type BodyOf<K extends Body['kind']> = Extract<Body, { kind: K }>;

const MOST_DIMENSIONS = 32;

/** Fills what is particular to a kind. Throws Discarded. */
export function drawBody(body: Body, attempt: Attempt): Particular {
  switch (body.kind) {
    case 'choice': {
      const { options, right } = drawOptions([body.right], body.wrong, attempt);
      return { kind: body.kind, options, answer: right[0] ?? '' };
    }
    case 'several': {
      const { options, right } = drawOptions(body.right, body.wrong, attempt);
      return { kind: body.kind, options, answer: right };
    }
    case 'truefalse': {
      const { kind, feedback } = body;
      const answer = attempt.value(body.answer, ['answer'], truthOf);
      return { kind, answer, feedback: feedback && attempt.text(feedback, ['feedback']) };
    }
    case 'number':
      return drawNumber(body, attempt);
    case 'vector':
      return drawVector(body, attempt);
    case 'matrix':
      return drawMatrix(body, attempt);
    case 'shape':
      return drawShape(body, attempt);
    case 'expression':
      return drawExpression(body, attempt);
    case 'order':
      return { kind: body.kind, ...drawOrder(body.groups, attempt) };
    case 'match':
      return { kind: body.kind, ...drawMatch(body.pairs, body.extra, attempt) };
    case 'cloze': {
      const answer = body.blanks.map((forms, i) => fillForms(forms, ['answer', i], attempt));
      return { kind: body.kind, answer };
    }
    case 'text':
      return { kind: body.kind, answer: fillForms(body.accepted, ['answer'], attempt) };
    case 'open':
      return { kind: body.kind, answer: attempt.text(body.answer, ['answer']) };
  }
}

function drawNumber(body: BodyOf<'number'>, attempt: Attempt): Particular {
  const { kind, tolerance, unit, percent } = body;
  const answer = attempt.value(body.answer, ['answer'], numberOf);
  const slips = drawSlips(body.slips, attempt, numberOf, (slip) =>
    isWithin(slip, answer, tolerance),
  );
  return { kind, answer, tolerance, unit, percent, slips };
}

function drawVector(body: BodyOf<'vector'>, attempt: Attempt): Particular {
  const { kind, tolerance, unordered } = body;
  const answer = attempt.value(body.answer, ['answer'], filledVector);
  const slips = drawSlips(body.slips, attempt, filledVector, (slip) =>
    areWithin(slip, answer, tolerance, unordered),
  );
  return { kind, answer, tolerance, unordered, slips };
}

function drawMatrix(body: BodyOf<'matrix'>, attempt: Attempt): Particular {
  const { kind, tolerance } = body;
  const answer = attempt.value(body.answer, ['answer'], matrixOf);
  const slips = drawSlips(
    body.slips,
    attempt,
    matrixOf,
    (slip) => slip.length === answer.length && areWithin(slip.flat(), answer.flat(), tolerance),
  );
  return { kind, answer, tolerance, slips };
}

function drawShape(body: BodyOf<'shape'>, attempt: Attempt): Particular {
  const answer = attempt.value(body.answer, ['answer'], shapeOf);
  const slips = drawSlips(
    body.slips,
    attempt,
    shapeOf,
    (slip) => JSON.stringify(slip) === JSON.stringify(answer),
  );
  return { kind: body.kind, answer, slips };
}

function drawExpression(body: BodyOf<'expression'>, attempt: Attempt): Particular {
  const { kind, variables } = body;
  const answer = attempt.text(body.answer, ['answer']);
  const slips = body.slips.map((slip, i) => {
    const place = ['slips', i, 'answer'];
    const text = attempt.text(slip.answer, place);
    if (withoutBlanks(text) === withoutBlanks(answer)) throw new Discarded(place, RIGHT);
    return { answer: text, feedback: attempt.text(slip.feedback, ['slips', i, 'feedback']) };
  });
  return { kind, answer, variables, slips };
}

const RIGHT = 'is as right as the answer';

function drawSlips<T>(
  slips: readonly SlipTemplate[],
  attempt: Attempt,
  read: (value: Value) => T,
  isRight: (slip: T) => boolean,
): Slip<T>[] {
  return slips.map((slip, i) => {
    const place = ['slips', i, 'answer'];
    const answer = attempt.value(slip.answer, place, read);
    if (isRight(answer)) throw new Discarded(place, RIGHT);
    return { answer, feedback: attempt.text(slip.feedback, ['slips', i, 'feedback']) };
  });
}

function filledVector(value: Value): number[] {
  const entries = vectorOf(value);
  if (entries.length === 0) throw needs('a list with entries', value);
  return entries;
}

function shapeOf(value: Value): number[] | null {
  if (value === 'undefined') return null;
  const sizes = listOf(value).map((size) => wholeOf(size, 0, Number.MAX_SAFE_INTEGER));
  if (sizes.length > MOST_DIMENSIONS) throw needs(`at most ${MOST_DIMENSIONS} dimensions`, value);
  return sizes;
}

/** Accepted forms without repeats, the first of equal ones kept. */
function fillForms(forms: readonly Text[], place: Place, attempt: Attempt): string[] {
  const shown = forms.map((form, i) =>
    attempt.text(form, forms.length > 1 ? [...place, i] : place),
  );
  return [...new Set(shown)];
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
