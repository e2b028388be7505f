import { checkFormulas } from '../../src/cli/formulas.ts';
import type { Issue } from '../../src/content/issue.ts';
import type { DeepCheck } from '../../src/content/load.ts';
import type { Template } from '../../src/domain/quiz/template.ts';
import { aPathFolder } from './path-files.ts';

/** Fields of a question, each with its YAML. */
export type Fields = Record<string, string>;

const COMMON: Fields = {
  id: 'one',
  concept: 'dot-product',
  difficulty: '2',
  prompt: 'What is it?',
  explain: 'So it is.',
};

/**
 * A file of questions on the topic `vectors` of the small path. Of the first question, `id` stands in
 * line 3, `concept`, `difficulty`, `prompt` and `explain` in lines 4 to 7, the others follow in their
 * order from line 8; their values begin two columns behind the name, which begins in column 5.
 */
export function questionFile(...questions: Fields[]): string {
  const entries = questions.map((fields) =>
    Object.entries({ ...COMMON, ...fields })
      .map(([key, value], i) => `${i === 0 ? '  - ' : '    '}${key}: ${value}\n`)
      .join(''),
  );
  return `topic: vectors\nquestions:\n${entries.join('')}`;
}

export const QUESTION_FILE = 'questions/vectors.yaml';

/** All that `path check` looks at. */
export const DEEP: DeepCheck = { formulas: checkFormulas, seeds: 50 };

export function issuesOf(questions: Fields[], deep: DeepCheck | null = DEEP): Issue[] {
  return aPathFolder()
    .write(QUESTION_FILE, questionFile(...questions))
    .load(deep).issues;
}

/** Problems of questions as `code line:column`, with the hint behind where there is one. */
export function problemsOf(questions: Fields[], deep: DeepCheck | null = DEEP): string[] {
  return issuesOf(questions, deep).map(({ code, line, column, hint }) =>
    `${code} ${line}:${column} ${hint}`.trimEnd(),
  );
}

/** The template of a question without problems. */
export function templateOf(fields: Fields): Template {
  const { templates, issues } = aPathFolder()
    .write('questions/vectors.yaml', questionFile(fields))
    .load();
  const [template] = templates;
  if (!template || issues.length > 0) throw new Error(issues.map((i) => i.message).join('; '));
  return template;
}

/** One question of each kind, the first three generated. */
export const KINDS: readonly Fields[] = [
  {
    id: 'number',
    kind: 'number',
    params: '{ a: "ints(3, 1, 9)", b: "ints(3, 1, 9)" }',
    let: '{ d: "dot(a, b)" }',
    where: '[d > 20]',
    prompt: 'Compute $a \\cdot b$ for $a = {{tex(a)}}$ and $b = {{tex(b)}}$.',
    answer: 'd',
    tolerance: '1%',
    slips: '[{ answer: sum(a) * sum(b), feedback: "You added first, {{sum(a)}} and {{sum(b)}}." }]',
    hints: '["Multiply, then add.", "The products are {{a .* b}}."]',
  },
  {
    id: 'vector',
    kind: 'vector',
    params: '{ a: "ints(2, 1, 9)" }',
    prompt: 'Double $a = {{tex(a)}}$.',
    answer: '2 * a',
  },
  {
    id: 'choice',
    kind: 'choice',
    params: '{ n: "int(3, 40)" }',
    prompt: 'How many entries has a vector of $\\mathbb{R}^{{{n}}}$?',
    answer: '"{{n}}"',
    wrong:
      '[{ text: "{{n + 1}}", feedback: One too many. }, { text: "{{n - 1}}", feedback: One too few. }]',
  },
  {
    id: 'several',
    kind: 'several',
    answer: '[a sum, a difference]',
    wrong: '[{ text: a scalar that multiplies, feedback: It is a number. }]',
  },
  { id: 'truefalse', kind: 'truefalse', answer: 'false', feedback: 'Look at the signs.' },
  { id: 'matrix', kind: 'matrix', answer: '[[1, 2], [3, 4]]', tolerance: '2 digits' },
  { id: 'shape', kind: 'shape', answer: 'undefined' },
  { id: 'expression', kind: 'expression', answer: '2*x', variables: '{ x: [-2, 2] }' },
  { id: 'order', kind: 'order', answer: '[first, [second, third], last]' },
  {
    id: 'match',
    kind: 'match',
    answer: '[[dot, a number], [sum, a vector], [outer, a matrix]]',
    extra: '[a shape]',
  },
  {
    id: 'cloze',
    kind: 'cloze',
    prompt: '"The __1__ of entries, __2__ up."',
    answer: '[[products, product], added]',
  },
  { id: 'text', kind: 'text', answer: '[dot product, scalar product]' },
  { id: 'open', kind: 'open', answer: 'Multiply entry by entry, then add.' },
];
