import { seeded } from '../../seeded.ts';
import type { Question } from '../question.ts';
import type { Template, Value } from '../template.ts';
import { variantSeed } from '../variant.ts';
import { attemptIn, Discarded, type Place } from './attempt.ts';
import { drawBody } from './body.ts';
import type { Random } from './draws.ts';
import { truthOf } from './values.ts';

const MOST_ATTEMPTS = 1000;
const MOST_STEPS = 2_000_000;

/** What made draws be thrown away, and how many of them. */
export interface Failure {
  place: Place;
  problem: string;
  /** What was particular to the first of them, if anything. */
  detail: string;
  /** Whether it is a mistake in the template, and not only an unlucky draw. */
  misuse: boolean;
  count: number;
}

/** A template gives no question for a seed. */
export class NoDraw extends Error {
  override readonly name = 'NoDraw';
  /** The most frequent first. */
  readonly failures: readonly Failure[];

  constructor(ref: string, seed: number, failures: readonly Failure[]) {
    const told = failures.map(
      ({ place, problem, detail, count }) =>
        `${placeName(place)} ${problem}${detail && `: ${detail}`} (${count} times)`,
    );
    super(`${ref} cannot be drawn with the seed ${seed}: ${told.join('; ')}.`);
    this.failures = failures;
  }
}

/** A question with the values it was drawn with, and what was thrown away before. */
export interface Drawn {
  question: Question;
  scope: ReadonlyMap<string, Value>;
  failures: readonly Failure[];
}

/**
 * The question that a template gives for a seed; the same seed gives the same question. Throws
 * NoDraw when 1,000 draws do not fulfil its conditions, or have no value, or show two options alike,
 * or make a slip right.
 */
export function drawQuestion(template: Template, seed: number): Question {
  return draw(template, seed).question;
}

/** The question, or null where the seed gives none. */
export function drawOrNull(template: Template, seed: number): Question | null {
  try {
    return drawQuestion(template, seed);
  } catch (error) {
    if (error instanceof NoDraw) return null;
    throw error;
  }
}

/** The values of the parameters and of what is computed from them, by name. Throws NoDraw. */
export function drawScope(template: Template, seed: number): ReadonlyMap<string, Value> {
  return draw(template, seed).scope;
}

/** Both of these at once. Throws NoDraw. */
export function draw(template: Template, seed: number): Drawn {
  const failures = new Map<string, Failure>();
  const draws = stream(seed, 1);
  const total = { left: MOST_STEPS };
  const attempts = template.params.length > 0 ? MOST_ATTEMPTS : 1;
  for (let i = 0; i < attempts && total.left > 0; i += 1) {
    try {
      return { ...drawOnce(template, seed, draws, total), failures: ordered(failures) };
    } catch (error) {
      if (!(error instanceof Discarded)) throw error;
      const { place, message: problem, detail, misuse } = error;
      const key = `${place.join(' ')} ${problem} ${misuse}`;
      const known = failures.get(key);
      if (known) known.count += 1;
      else failures.set(key, { place, problem, detail, misuse, count: 1 });
    }
  }
  throw new NoDraw(template.ref, seed, ordered(failures));
}

function drawOnce(
  template: Template,
  seed: number,
  draws: Random,
  total: { left: number },
): Omit<Drawn, 'failures'> {
  const scope = new Map<string, Value>();
  // The order of options differs between questions that are drawn with one seed.
  const attempt = attemptIn(scope, stream(variantSeed(seed, template.ref, 0), 2), total);
  for (const { name, value } of template.params) {
    scope.set(name, attempt.draw(value, ['params', name], draws));
  }
  for (const { name, value } of template.lets) {
    scope.set(name, attempt.value(value, ['let', name], itself));
  }
  template.where.forEach((condition, i) => {
    const holds = attempt.value(condition, ['where', i], truthOf);
    if (!holds) throw new Discarded(['where', i], 'does not hold');
  });
  const { ref, topic, concept, difficulty, source, asOf, generated } = template;
  const question: Question = {
    ...{ ref, topic, concept, difficulty, source, asOf, generated, seed },
    prompt: attempt.text(template.prompt, ['prompt']),
    explain: attempt.text(template.explain, ['explain']),
    hints: template.hints.map((hint, i) => attempt.text(hint, ['hints', i])),
    ...drawBody(template.body, attempt),
  };
  return { question, scope };
}

/**
 * A generator for one purpose. Source of the mixing of bits: the end of MurmurHash3 by Austin
 * Appleby, in the public domain.
 */
function stream(seed: number, purpose: number): Random {
  let mixed = (seed ^ Math.imul(purpose, 0x9e3779b9)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return seeded((mixed ^ (mixed >>> 16)) >>> 0);
}

function ordered(failures: ReadonlyMap<string, Failure>): Failure[] {
  return [...failures.values()].sort((a, b) => b.count - a.count);
}

/** `where 2` or `slips 1 answer`, counted from one. */
function placeName(place: Place): string {
  return place.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ');
}

function itself(value: Value): Value {
  return value;
}
