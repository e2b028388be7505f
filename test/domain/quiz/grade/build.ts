import type {
  ChoiceQuestion,
  ClozeQuestion,
  ExpressionQuestion,
  MatchQuestion,
  MatrixQuestion,
  NumberQuestion,
  OpenQuestion,
  Option,
  OrderQuestion,
  SeveralQuestion,
  ShapeQuestion,
  TextQuestion,
  Tolerance,
  TrueFalseQuestion,
  Unit,
  VectorQuestion,
} from '../../../../src/domain/quiz/question.ts';

const common = {
  ref: 'math-vectors/q/one',
  topic: 'math-vectors',
  concept: 'math-vectors/norm',
  prompt: 'What is it?',
  explain: 'So it is.',
  hints: [],
  difficulty: 2,
  source: null,
  asOf: null,
  generated: false,
  seed: 0,
};

export const exact: Tolerance = { kind: 'exact' };
export const within = (by: number): Tolerance => ({ kind: 'absolute', by });
export const share = (by: number): Tolerance => ({ kind: 'relative', by });
export const digits = (count: number): Tolerance => ({ kind: 'digits', count });

export function number(
  answer: number,
  tolerance: Tolerance = exact,
  rest: Partial<NumberQuestion> = {},
): NumberQuestion {
  const plain = { unit: null, percent: false, slips: [] };
  return { ...common, kind: 'number', answer, tolerance, ...plain, ...rest };
}

export function unit(name: string, forms: Record<string, number>, required = false): Unit {
  return { name, forms, required };
}

export function vector(
  answer: number[],
  tolerance: Tolerance = exact,
  rest: Partial<VectorQuestion> = {},
): VectorQuestion {
  return { ...common, kind: 'vector', answer, tolerance, unordered: false, slips: [], ...rest };
}

export function matrix(answer: number[][], tolerance: Tolerance = exact): MatrixQuestion {
  return { ...common, kind: 'matrix', answer, tolerance, slips: [] };
}

export function shape(answer: number[] | null): ShapeQuestion {
  return { ...common, kind: 'shape', answer, slips: [] };
}

/** Every variable runs from -3 to 3 unless told. */
export function expression(
  answer: string,
  variables: string | ExpressionQuestion['variables'] = 'x',
): ExpressionQuestion {
  const ranges =
    typeof variables === 'string'
      ? Object.fromEntries(variables.split(' ').map((name) => [name, { min: -3, max: 3 }]))
      : variables;
  return { ...common, kind: 'expression', answer, variables: ranges, slips: [] };
}

/** Options `a`, `b`, … with a feedback each but for the right ones. */
function options(count: number, right: readonly string[]): Option[] {
  return ids(count).map((id) => ({
    id,
    text: `option ${id}`,
    feedback: right.includes(id) ? null : `not ${id}`,
  }));
}

export function choice(answer: string, count = 4): ChoiceQuestion {
  return { ...common, kind: 'choice', options: options(count, [answer]), answer };
}

export function several(answer: string[], count = 4): SeveralQuestion {
  return { ...common, kind: 'several', options: options(count, answer), answer };
}

export function trueFalse(answer: boolean): TrueFalseQuestion {
  return { ...common, kind: 'truefalse', answer, feedback: 'look again' };
}

export function order(...answer: string[][]): OrderQuestion {
  const items = answer
    .flat()
    .toSorted()
    .map((id) => ({ id, text: `item ${id}` }));
  return { ...common, kind: 'order', items, answer };
}

export function match(answer: Record<string, string>, spare: string[] = []): MatchQuestion {
  const item = (id: string) => ({ id, text: `item ${id}` });
  const right = [...new Set([...Object.values(answer), ...spare])].toSorted();
  const left = Object.keys(answer);
  return { ...common, kind: 'match', left: left.map(item), right: right.map(item), answer };
}

export function cloze(...answer: string[][]): ClozeQuestion {
  return { ...common, kind: 'cloze', answer };
}

export function text(...answer: string[]): TextQuestion {
  return { ...common, kind: 'text', answer };
}

export function open(answer = 'a model answer'): OpenQuestion {
  return { ...common, kind: 'open', answer };
}

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
}
