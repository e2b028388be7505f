import type { Place } from '../generate/attempt.ts';
import { expectedAnswer } from '../grade/expected.ts';
import type {
  ClozeQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  Question,
  SeveralQuestion,
  Tolerance,
} from '../question.ts';

/** A wrong answer to try, and where in the entry it would be a fault if it counted as right. */
export interface Trial {
  place: Place;
  input: unknown;
  what: string;
}

const OTHER_WORD = 'something else entirely';
const TINY = 1e-6;

/** The key as one would type it, and as JSON gives it; each accepted form. */
export function rightAnswers(question: Question): unknown[] {
  switch (question.kind) {
    case 'choice':
      return [question.answer];
    case 'several':
      return [question.answer.join(' ') || 'none', question.answer];
    case 'number': {
      const typed = expectedAnswer(question).replace(/ \([^()]*%\)$/, '');
      return question.unit?.required ? [typed] : [typed, question.answer];
    }
    case 'truefalse':
    case 'vector':
    case 'matrix':
    case 'match':
      return [expectedAnswer(question), question.answer];
    case 'shape':
      return question.answer
        ? [expectedAnswer(question), question.answer]
        : [expectedAnswer(question)];
    case 'expression':
      return [question.answer];
    case 'order': {
      const ids = question.answer.flat();
      return [ids.join(' '), ids, question.answer.flatMap((group) => group.toReversed())];
    }
    case 'cloze': {
      const best = bestForms(question);
      return [
        expectedAnswer(question),
        ...question.answer.flatMap((forms, i) => forms.map((form) => best.with(i, form))),
      ];
    }
    case 'text':
      return question.answer;
    case 'open':
      return ['4'];
  }
}

/** Slips, wrong options and near misses. */
export function wrongAnswers(question: Question): Trial[] {
  switch (question.kind) {
    case 'choice':
      return question.options
        .filter((option) => option.id !== question.answer)
        .map(({ id }) => ({ place: ['wrong'], input: id, what: 'a wrong option' }));
    case 'several':
      return severalTrials(question);
    case 'truefalse':
      return [{ place: ['answer'], input: !question.answer, what: 'the opposite' }];
    case 'number':
      return numberTrials(question);
    case 'vector': {
      const { answer, tolerance, slips } = question;
      const one = answer.map((entry, i) => answer.with(i, entry + beyond(entry, tolerance)));
      const zeros = answer.some((entry) => entry !== 0) ? [answer.map(() => 0)] : [];
      return [
        ...slipTrials(slips),
        ...one.map((input) => near(input, 'a list with one entry beyond the tolerance')),
        ...zeros.map((input) => near(input, 'a list of zeros')),
        near([...answer, 0], 'a list with one entry more'),
      ];
    }
    case 'matrix': {
      const { answer, tolerance, slips } = question;
      const moved = answer.map((row) => row.map((entry) => entry + beyond(entry, tolerance)));
      const zeros = answer.flat().some((entry) => entry !== 0);
      return [
        ...slipTrials(slips),
        near(moved, 'a matrix beyond the tolerance'),
        ...(zeros
          ? [
              near(
                answer.map((row) => row.map(() => 0)),
                'a matrix of zeros',
              ),
            ]
          : []),
      ];
    }
    case 'shape': {
      const { answer, slips } = question;
      const others = answer ? [[...answer, 1], answer.map((size) => size + 1).concat(1)] : [[]];
      return [
        ...slipTrials(slips.filter((slip) => slip.answer !== null)),
        ...[...others, ...(answer ? ['undefined'] : [])].map((input) => ({
          place: ['answer'],
          input,
          what: 'another shape',
        })),
      ];
    }
    case 'expression':
      return [
        ...slipTrials(question.slips),
        { place: ['answer'], input: `(${question.answer}) + 1`, what: 'one more than the answer' },
      ];
    case 'order':
      return orderTrials(question);
    case 'match':
      return matchTrials(question);
    case 'cloze': {
      const best = bestForms(question);
      return best.map((_, i) => ({
        place: ['answer', i],
        input: best.with(i, OTHER_WORD),
        what: 'another word',
      }));
    }
    case 'text':
      return [{ place: ['answer'], input: OTHER_WORD, what: 'another word' }];
    case 'open':
      return [{ place: ['answer'], input: '1', what: 'the lowest rating' }];
  }
}

function severalTrials({ options, answer }: SeveralQuestion): Trial[] {
  return options.map(({ id }) => {
    const isRight = answer.includes(id);
    const input = isRight ? answer.filter((other) => other !== id) : [...answer, id];
    const what = isRight ? 'an answer without a right option' : 'an answer with a wrong option';
    return { place: ['answer'], input, what };
  });
}

function numberTrials({ answer, tolerance, unit, slips }: NumberQuestion): Trial[] {
  const typed = (value: number) => (unit ? `${value} ${unit.name}` : value);
  const gap = beyond(answer, tolerance);
  return [
    ...slipTrials(slips.map((slip) => ({ answer: typed(slip.answer) }))),
    ...[answer + gap, answer - gap].map((value) =>
      near(typed(value), 'a number beyond the tolerance'),
    ),
    ...(answer === 0 ? [] : [near(typed(0), 'the number 0')]),
  ];
}

function orderTrials({ answer }: OrderQuestion): Trial[] {
  const ids = answer.flat();
  let end = 0;
  return answer.slice(1).map((_, i) => {
    end += answer[i]?.length ?? 0;
    return { place: ['answer'], input: exchanged(ids, end - 1, end), what: 'two items exchanged' };
  });
}

function matchTrials({ left, answer }: MatchQuestion): Trial[] {
  const ids = left.map((item) => item.id);
  const partners = ids.map((id) => answer[id] ?? '');
  return ids.slice(1).map((_, i) => {
    const turned = exchanged(partners, i, i + 1);
    const input = Object.fromEntries(ids.map((id, k) => [id, turned[k]]));
    return { place: ['answer'], input, what: 'two pairs exchanged' };
  });
}

function slipTrials(slips: readonly { answer: unknown }[]): Trial[] {
  return slips.map((slip, i) => ({
    place: ['slips', i, 'answer'],
    input: slip.answer,
    what: 'a slip',
  }));
}

function near(input: unknown, what: string): Trial {
  return { place: ['tolerance'], input, what };
}

/** How far from the key a number is wrong without doubt. */
function beyond(key: number, tolerance: Tolerance): number {
  const size = Math.abs(key);
  switch (tolerance.kind) {
    case 'exact':
      return TINY * Math.max(1, size);
    case 'absolute':
      return 1.5 * tolerance.by || TINY;
    case 'relative':
      return 1.5 * tolerance.by * (size || 1) || TINY;
    case 'digits':
      return size === 0 ? TINY : 1.6 * 10 ** (Math.floor(Math.log10(size)) - tolerance.count + 1);
  }
}

function bestForms(question: ClozeQuestion): string[] {
  return question.answer.map((forms) => forms[0] ?? '');
}

function exchanged(list: readonly string[], a: number, b: number): string[] {
  return list.with(a, list[b] ?? '').with(b, list[a] ?? '');
}
