import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { said } from '../helpers/said.ts';

interface Preview {
  schema: string;
  questions: Record<string, unknown>[];
}

function aLearner(): Learner {
  const folder = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS));
  return newLearner({ env: { LLMPATH_PATH: folder.dir, COLUMNS: '80' } });
}

test('path preview prints a question with its formulas, the same one each time', () => {
  const learner = aLearner();
  const first = learner.run('path', 'preview', 'vectors/q/number');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('  vectors/q/number\n  dot product · number');
  expect(first.stdout).toMatch(/drawn with the seed 1\n\n {2}Compute a ⋅ b for a = \(/);
  expect(first.stdout).not.toContain('because');
  expect(learner.run('path', 'preview', 'q/number').stdout).toBe(first.stdout);
  const other = learner.run('path', 'preview', 'q/number', '--seed', '2').stdout;
  expect(other).toContain('drawn with the seed 2');
  const answers = learner.run('path', 'preview', 'q/number', '--answers').stdout;
  expect(answers.startsWith(first.stdout.trimEnd())).toBe(true);
  expect(answers).toContain('\n  because    So it is.\n');
});

test('a concept, a topic and a phase stand for their questions', () => {
  const learner = aLearner();
  const refs = KINDS.map(({ id }) => `vectors/q/${id}`);
  for (const ref of ['vectors/dot-product', 'vectors', 'basics']) {
    const { questions } = learner.json<Preview>('path', 'preview', ref);
    expect(questions.map(({ id }) => id)).toEqual(refs);
  }
  const { stdout } = learner.run('path', 'preview', 'vectors');
  for (const ref of refs) expect(stdout).toContain(`  ${ref}\n`);
});

test('as JSON it holds what the learner may know, and with --answers the rest', () => {
  const learner = aLearner();
  const all = (...flags: string[]) =>
    learner.json<Preview>('path', 'preview', 'vectors', ...flags).questions;
  const [bare, whole] = [all('--seed', '9'), all('--seed', '9', '--answers')];
  const known = ['id', 'topic', 'concept', 'kind', 'difficulty', 'generated', 'seed', 'prompt'];
  const kept = ['answer', 'tolerance', 'explain', 'hints', 'feedback', 'slips'];
  for (const question of bare) {
    expect(Object.keys(question)).toEqual(expect.arrayContaining([...known, 'options']));
    expect(Object.keys(question).filter((key) => kept.includes(key))).toEqual([]);
    expect(JSON.stringify(question)).not.toContain('feedback');
    expect(question.seed).toBe(9);
  }
  for (const [i, question] of whole.entries()) {
    expect(Object.keys(question)).toEqual(
      expect.arrayContaining(['answer', 'tolerance', 'explain', 'hints']),
    );
    expect(question.prompt).toBe(bare[i]?.prompt);
    expect(question.answer).not.toBeNull();
  }
  const by = (kind: string) => whole.find((question) => question.kind === kind);
  expect(by('number')).toMatchObject({
    generated: true,
    tolerance: { kind: 'relative', by: 0.01 },
  });
  expect(by('matrix')).toMatchObject({
    generated: false,
    answer: [
      [1, 2],
      [3, 4],
    ],
    options: null,
  });
  expect(by('shape')).toMatchObject({ answer: 'undefined', tolerance: null });
  expect(by('expression')).toMatchObject({ variables: { x: { min: -2, max: 2 } } });
  expect(by('truefalse')).toMatchObject({ answer: false, feedback: 'Look at the signs.' });
  expect(by('order')?.items).toHaveLength(4);
  expect(by('match')).toMatchObject({ left: { length: 3 }, right: { length: 4 } });
  const options = bare.find((question) => question.kind === 'choice')?.options as object[];
  expect(options.map((option) => Object.keys(option))).toEqual(
    Array.from({ length: 3 }, () => ['id', 'text']),
  );
});

test.each([
  ['what has no questions', ['odds'], 4, 'There are no questions on odds yet.'],
  ['what is none', ['vectors/q/numbr'], 4, 'Did you mean vectors/q/number'],
  ['a resource', ['vector-film'], 4, 'a question or a concept or a topic or a phase'],
  ['a seed that is none', ['vectors', '--seed', '-1'], 2, 'in --seed is not a whole number'],
  ['a seed too large', ['vectors', '--seed', '4294967296'], 2, 'from 0 to 4294967295'],
  ['nothing', [], 2, 'ref'],
])('%s is refused', (_, args, code, message) => {
  const result = aLearner().run('path', 'preview', ...args);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(said(result.stderr)).toContain(message);
});

test('the path commands count questions, and an edit of one shows at once', () => {
  const folder = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS));
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir } });
  type Totals = { totals: { questions: number; generators: number } };
  const totals = { questions: KINDS.length, generators: 3 };
  expect(learner.json<Totals>('path', 'compile').totals).toMatchObject(totals);
  type Show = Totals & { phases: { topics: { questions: number; generators: number }[] }[] };
  const shown = learner.json<Show>('path', 'show');
  expect(shown.totals).toMatchObject(totals);
  expect(shown.phases[0]?.topics.map((topic) => topic.questions)).toEqual([KINDS.length, 0, 0]);
  expect(learner.run('path', 'compile').stdout).toContain('13 questions, 3 of them generated');
  folder.write('questions/more.yaml', questionFile({ id: 'new', kind: 'number', answer: '4' }));
  expect(learner.json<Totals>('path', 'show').totals.questions).toBe(KINDS.length + 1);
  expect(learner.run('path', 'preview', 'vectors/q/new').stdout).toContain('What is it?');
});

test('path check draws questions, with as many seeds as are asked for', () => {
  const params = '{ n: "int(2, 4)" }';
  const few = { kind: 'number', params, prompt: '"{{n}}?"', answer: 'n' };
  const folder = aPathFolder().write(QUESTION_FILE, questionFile(few));
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir } });
  expect(learner.run('path', 'check').stdout).toContain('vectors.yaml:9:13  error');
  expect(learner.run('path', 'check', '--seeds', '4')).toMatchObject({ code: 0 });
  expect(learner.run('path', 'check', '--seeds', 'x')).toMatchObject({ code: 2 });
  expect(learner.run('next')).toMatchObject({ code: 0 });
});
