import type { Source, Tolerance, Unit } from './question.ts';

/**
 * Questions as they are kept: what `drawQuestion` makes a `Question` of with a seed. Plain JSON, with
 * every expression parsed, so that asking one needs no parser.
 */
export interface Template {
  ref: string;
  topic: string;
  concept: string;
  /** 1 (recall) to 5 (hard). */
  difficulty: number;
  asks: Asks;
  /** Which of the topic's outcomes it tests, from 1; null when it is not said. */
  outcome: number | null;
  source: Source | null;
  asOf: string | null;
  was: string[];
  /** Whether it has parameters. */
  generated: boolean;
  /** Drawn in this order; each may use those before it. */
  params: Binding[];
  /** Computed in this order, after all parameters. */
  lets: Binding[];
  /** All must hold, else the draw is thrown away and made again. */
  where: Expr[];
  prompt: Text;
  explain: Text;
  hints: Text[];
  body: Body;
}

export type Asks = 'recall' | 'application' | 'diagnosis';

export interface Binding {
  name: string;
  value: Expr;
}

/** A text, or one with values in it: strings and expressions in turn. */
export type Text = string | (string | Expr)[];

/** A wrong answer that a named slip gives. */
export interface SlipTemplate {
  answer: Expr;
  feedback: Text;
}

export interface OptionTemplate {
  text: Text;
  /** Null for a right one. */
  feedback: Text | null;
}

/** What is particular to a kind. Answers are expressions, a constant being the simplest. */
export type Body =
  | { kind: 'choice'; right: OptionTemplate; wrong: OptionTemplate[] }
  | { kind: 'several'; right: OptionTemplate[]; wrong: OptionTemplate[] }
  | { kind: 'truefalse'; answer: Expr; feedback: Text | null }
  | {
      kind: 'number';
      answer: Expr;
      tolerance: Tolerance;
      unit: Unit | null;
      percent: boolean;
      slips: SlipTemplate[];
    }
  | {
      kind: 'vector';
      answer: Expr;
      tolerance: Tolerance;
      unordered: boolean;
      slips: SlipTemplate[];
    }
  | { kind: 'matrix'; answer: Expr; tolerance: Tolerance; slips: SlipTemplate[] }
  /** A list of whole numbers, or the text "undefined". */
  | { kind: 'shape'; answer: Expr; slips: SlipTemplate[] }
  /** Texts that give an expression over the variables. */
  | {
      kind: 'expression';
      answer: Text;
      variables: Record<string, { min: number; max: number }>;
      slips: { answer: Text; feedback: Text }[];
    }
  /** Groups in the right order; the members of a group may stand in any order. */
  | { kind: 'order'; groups: Text[][] }
  /** Pairs, and what is offered on the right and fits nothing. */
  | { kind: 'match'; pairs: { left: Text; right: Text }[]; extra: Text[] }
  | { kind: 'cloze'; blanks: Text[][] }
  | { kind: 'text'; accepted: Text[] }
  | { kind: 'open'; answer: Text };

/**
 * An expression in the sandbox. `value` is a number, a text or a truth value. Only the functions of
 * `generate/functions.ts` can be called.
 */
export type Expr =
  | { type: 'value'; value: number | string | boolean }
  | { type: 'name'; name: string }
  | { type: 'list'; items: Expr[] }
  | { type: 'call'; name: string; args: Expr[] }
  /** One-based, as in mathjs; two indices for an entry of a matrix. */
  | { type: 'index'; of: Expr; at: Expr[] }
  | { type: 'if'; test: Expr; then: Expr; else: Expr };

/** What an expression gives. Lists may hold lists. */
export type Value = number | string | boolean | Value[];
