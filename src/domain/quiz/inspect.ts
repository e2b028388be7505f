import type { Place } from './generate/attempt.ts';
import { draw, type Failure, NoDraw } from './generate/draw.ts';
import { blankFaults, type Finding, misjudged } from './inspect/misjudged.ts';
import type { Item, Question } from './question.ts';
import type { Template } from './template.ts';

/** A fault of a question; `place` is the path of keys in its entry, `problem` ends a sentence. */
export interface Fault {
  place: Place;
  problem: string;
}

/** So few variants are soon known by heart. */
const FEWEST_VARIANTS = 5;
/** Draws enough that of five variants all turn up, but for once in a thousand times. */
const ENOUGH_TO_COUNT = 40;
const ENOUGH_TO_COMPARE = 5;

/** Thrown away more often than this, a question is drawn many times over for each showing. */
const MOST_THROWN_AWAY = 0.95;
const ENOUGH_TO_RATE = 20;

/** What only a mistake puts into a text, unless the author wrote it. */
const LEFT_OVER = ['{{', 'NaN', 'Infinity', 'undefined'];

/**
 * Draws a question with each seed and looks for faults: draws that fail, a key that the grader
 * refuses, a wrong answer that it accepts, texts with something left over, too few variants, draws
 * that are nearly all thrown away.
 * Each is told once, with the first seed that showed it.
 */
export function inspectTemplate(template: Template, seeds: readonly number[]): Fault[] {
  const faults = collect(template.generated);
  const written = JSON.stringify(template);
  const marks = template.generated ? LEFT_OVER.filter((mark) => !written.includes(mark)) : [];
  const variants = new Set<string>();
  let thrown = 0;
  for (const seed of seeds) {
    const { question, findings, failures } = drawn(template, seed);
    faults.add(findings, seed);
    thrown += failures;
    if (!question) continue;
    faults.add(leftOver(question, marks), seed);
    const variant = fingerprint(question);
    if (variants.has(variant)) continue;
    variants.add(variant);
    faults.add([...misjudged(question), ...blankFaults(question)], seed);
  }
  if (!template.generated || variants.size === 0) return faults.told();
  return [
    ...faults.told(),
    ...tooFew(variants.size, seeds.length),
    ...tooManyThrown(thrown, seeds.length),
  ];
}

/** Findings by place and problem, each told with the first seed and detail. */
function collect(generated: boolean) {
  const known = new Map<string, Finding & { seed: number; count: number }>();
  return {
    add(findings: readonly Finding[], seed: number): void {
      for (const finding of findings) {
        const key = JSON.stringify([finding.place, finding.problem]);
        const earlier = known.get(key);
        if (earlier) earlier.count += 1;
        else known.set(key, { ...finding, seed, count: 1 });
      }
    },
    told(): Fault[] {
      return [...known.values()].map(({ place, problem, detail = '', seed, count }) => {
        const more = count > 1 ? ` and ${count - 1} more` : '';
        const where = generated ? ` (seed ${seed}${more})` : '';
        return { place, problem: `${problem}${detail}${where}` };
      });
    },
  };
}

/** The question of a seed, and what went wrong on the way to it. */
function drawn(
  template: Template,
  seed: number,
): { question: Question | null; findings: Finding[]; failures: number } {
  try {
    const { question, failures } = draw(template, seed);
    const findings = failures.filter(isMisuse).map(finding);
    return { question, findings, failures: countOf(failures) };
  } catch (error) {
    if (!(error instanceof NoDraw)) throw error;
    const [first, ...rest] = error.failures;
    const told = [...(first ? [first] : []), ...rest.filter(isMisuse)].map(finding);
    const end = template.generated ? ', so that no question came out' : '';
    const findings = told.map((one) => ({ ...one, detail: one.detail + end }));
    return { question: null, findings, failures: countOf(error.failures) };
  }
}

function countOf(failures: readonly Failure[]): number {
  return failures.reduce((sum, { count }) => sum + count, 0);
}

function isMisuse(failure: Failure): boolean {
  return failure.misuse;
}

function finding({ place, problem, detail }: Failure): Required<Finding> {
  return { place, problem, detail: detail && `: ${detail}` };
}

function leftOver(question: Question, marks: readonly string[]): Finding[] {
  const shown: [Place, string][] = [
    [['prompt'], question.prompt],
    [['explain'], question.explain],
    ...question.hints.map((hint, i): [Place, string] => [['hints', i], hint]),
    [['answer'], JSON.stringify(particulars(question))],
  ];
  return shown.flatMap(([place, text]) =>
    marks
      .filter((mark) => text.includes(mark))
      .map((mark) => ({ place, problem: `shows ${mark}, which is left over` })),
  );
}

function tooFew(variants: number, seeds: number): Fault[] {
  const place = ['params'];
  if (variants === 1 && seeds >= ENOUGH_TO_COMPARE) {
    return [{ place, problem: 'give the same question with every seed' }];
  }
  if (variants >= FEWEST_VARIANTS || seeds < ENOUGH_TO_COUNT) return [];
  return [
    { place, problem: `give ${variants} variants, and at least ${FEWEST_VARIANTS} are needed` },
  ];
}

function tooManyThrown(thrown: number, seeds: number): Fault[] {
  if (seeds < ENOUGH_TO_RATE || thrown <= MOST_THROWN_AWAY * (thrown + seeds)) return [];
  const each = Math.round((thrown + seeds) / seeds);
  const problem = `need ${each} draws for each question; draw what fits the conditions more often`;
  return [{ place: ['params'], problem }];
}

/** The same for two questions that ask the same, in whatever order they show it. */
function fingerprint(question: Question): string {
  return JSON.stringify([question.prompt, particulars(question)]);
}

/** All that is particular to a kind, without the order in which it is shown. */
function particulars(question: Question): unknown {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return question.options.map(({ text, feedback }) => [text, feedback]).sort(byText);
    case 'order':
      return question.answer.map((group) => textsOf(group, question.items).sort());
    case 'match':
      return [
        ...Object.entries(question.answer).map(([left, right]) => [
          ...textsOf([left], question.left),
          ...textsOf([right], question.right),
        ]),
        ...question.right.map((item) => [item.text]),
      ].sort(byText);
    case 'truefalse':
      return [question.answer, question.feedback];
    case 'cloze':
    case 'text':
    case 'open':
      return question.answer;
    default:
      return [question.answer, question.slips];
  }
}

function textsOf(ids: readonly string[], items: readonly Item[]): string[] {
  return items.filter((item) => ids.includes(item.id)).map((item) => item.text);
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
