/**
 * Questions as they are asked and graded: every parameter drawn, every number filled in.
 * A question written with parameters gives one such variant for each seed.
 */
export type Question =
  | ChoiceQuestion
  | SeveralQuestion
  | TrueFalseQuestion
  | NumberQuestion
  | VectorQuestion
  | MatrixQuestion
  | ShapeQuestion
  | ExpressionQuestion
  | OrderQuestion
  | MatchQuestion
  | ClozeQuestion
  | TextQuestion
  | OpenQuestion;

interface Common {
  /** `math-vectors/q/dot`; the same for ever. */
  ref: string;
  topic: string;
  /** The ref of the concept it asks about. */
  concept: string;
  /** Text with TeX between dollar signs. */
  prompt: string;
  /** Why the answer is right, and why the tempting one is wrong. */
  explain: string;
  /** A ladder: a hint, a partial working, a worked solution. */
  hints: string[];
  /** 1 (recall) to 5 (hard). */
  difficulty: number;
  /** Where one can read more, or null. */
  source: Source | null;
  /** The day on which a fact that ages was true, `YYYY-MM-DD`; null for one that lasts. */
  asOf: string | null;
  /** Whether it is drawn anew for each seed: parameters, not only the order of options. */
  generated: boolean;
  /** What it was drawn with: an integer from 0 to 2^32 - 1. The same seed gives the same question. */
  seed: number;
}

/** A resource as used in a topic, and which part of it to read; null for the whole portion. */
export interface Source {
  ref: string;
  portion: string | null;
}

export interface Option {
  /** `a`, `b`, … in the order shown. */
  id: string;
  text: string;
  /** What choosing it wrongly tells; null for a right one. */
  feedback: string | null;
}

export interface ChoiceQuestion extends Common {
  kind: 'choice';
  options: Option[];
  /** The id of the right option. */
  answer: string;
}

export interface SeveralQuestion extends Common {
  kind: 'several';
  options: Option[];
  /** The ids of all right options, in order. */
  answer: string[];
}

export interface TrueFalseQuestion extends Common {
  kind: 'truefalse';
  answer: boolean;
  /** Said when the wrong one is chosen. */
  feedback: string | null;
}

/**
 * How far a number may be from the key and still be right. `absolute` in the key's unit, `relative`
 * as a share of the key's size; `digits` asks for so many significant digits, rounded either way.
 * `exact` allows only the rounding of floating point.
 */
export type Tolerance =
  | { kind: 'exact' }
  | { kind: 'absolute'; by: number }
  | { kind: 'relative'; by: number }
  | { kind: 'digits'; count: number };

/** A unit that matters: the answer may be given in any of its forms, with its factor. */
export interface Unit {
  /** The unit of the key, as shown. */
  name: string;
  /** Ways to write it or its relatives, with the factor to the key's unit: `{GB: 1, MB: 0.001}`. */
  forms: Record<string, number>;
  /** Whether a number without a unit is refused as unreadable. */
  required: boolean;
}

/** A wrong number that a named slip gives, so that feedback can name it. */
export interface Slip<T> {
  answer: T;
  feedback: string;
}

export interface NumberQuestion extends Common {
  kind: 'number';
  answer: number;
  tolerance: Tolerance;
  unit: Unit | null;
  /** Whether `50%` may be written for 0.5. */
  percent: boolean;
  slips: Slip<number>[];
}

export interface VectorQuestion extends Common {
  kind: 'vector';
  answer: number[];
  /** For each entry. */
  tolerance: Tolerance;
  /** Whether the entries may come in any order, as with eigenvalues. */
  unordered: boolean;
  slips: Slip<number[]>[];
}

export interface MatrixQuestion extends Common {
  kind: 'matrix';
  /** Rows of equal length. */
  answer: number[][];
  tolerance: Tolerance;
  slips: Slip<number[][]>[];
}

export interface ShapeQuestion extends Common {
  kind: 'shape';
  /** The shape of a tensor (`[]` for a scalar), or null where the operation is undefined. */
  answer: number[] | null;
  slips: Slip<number[] | null>[];
}

export interface ExpressionQuestion extends Common {
  kind: 'expression';
  /** In the syntax of mathjs. */
  answer: string;
  /** The variables, each with the range from which points of comparison are drawn. */
  variables: Record<string, { min: number; max: number }>;
  slips: Slip<string>[];
}

export interface Item {
  id: string;
  text: string;
}

export interface OrderQuestion extends Common {
  kind: 'order';
  /** In the order shown. */
  items: Item[];
  /** Ids in the right order; those within one group may stand in any order among themselves. */
  answer: string[][];
}

export interface MatchQuestion extends Common {
  kind: 'match';
  left: Item[];
  right: Item[];
  /** The id on the right for each id on the left. */
  answer: Record<string, string>;
}

export interface ClozeQuestion extends Common {
  kind: 'cloze';
  /** Accepted forms of each blank, the best first; the prompt shows the blanks as `__1__`, `__2__`. */
  answer: string[][];
}

export interface TextQuestion extends Common {
  kind: 'text';
  /** Accepted forms, the best first. */
  answer: string[];
}

export interface OpenQuestion extends Common {
  kind: 'open';
  /** A model answer to compare one's own with. */
  answer: string;
}
