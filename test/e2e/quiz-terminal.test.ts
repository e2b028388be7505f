import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { variantSeed } from '../../src/domain/quiz/variant.ts';
import { newLearner } from '../helpers/cli.ts';
import { aPathFolder, type PathFolder } from '../helpers/path-files.ts';
import { driveQuiz } from '../helpers/quiz.ts';
import { CTRL_C, ENTER, openTerminal, type Terminal } from '../helpers/terminal.ts';

const SEED = 7;
const EACH_KIND = readFileSync('test/fixtures/each-kind.yaml', 'utf8');

/** The small path with a question of each kind. */
function folderWithKinds(): PathFolder {
  return aPathFolder().write('questions/vectors.yaml', EACH_KIND);
}

function drawn(folder: PathFolder, ref: string): Question {
  const template = folder.load().templates.find((other) => other.ref === ref);
  if (!template) throw new Error(`no question ${ref}`);
  return drawQuestion(template, variantSeed(SEED, ref, 0));
}

/** The keys that answer a question right, as a person would press them. */
function keysFor(question: Question): string[] {
  switch (question.kind) {
    case 'choice':
      return [question.answer];
    case 'several':
      return [...question.answer, ENTER];
    case 'truefalse':
      return [question.answer ? 't' : 'f'];
    case 'number':
      return ['0.125', ENTER];
    case 'vector':
      return ['3 4', ENTER];
    case 'matrix':
      return ['1 0', ENTER, '0 1', ENTER, ENTER];
    case 'shape':
      return ['(2, 5)', ENTER];
    case 'expression':
      return ['x + x', ENTER];
    case 'order':
      return [question.answer.flat().join(' '), ENTER];
    case 'match':
      return [
        Object.entries(question.answer)
          .map((pair) => pair.join(''))
          .join(' '),
        ENTER,
      ];
    case 'cloze':
      return ['red; blue', ENTER];
    case 'text':
      return ['Warm', ENTER];
    case 'open':
      return [ENTER, '4'];
  }
}

async function press(terminal: Terminal, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    terminal.type(key);
    // As fast as a person at their best; a matrix row and its Enter are two keys.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

test('a question of each kind is answered by keys on a real terminal', async () => {
  const folder = folderWithKinds();
  const learner = newLearner();
  const slugs = [...EACH_KIND.matchAll(/id: ([\w-]+)/g)].map((match) => match[1] ?? '');
  const terminal = openTerminal(
    learner.home,
    ['--path', folder.dir, 'quiz', 'vectors', '--count', '13'],
    { LLMPATH_SEED: `${SEED}` },
  );
  for (const [i, slug] of slugs.entries()) {
    await terminal.waitFor(`${i + 1} of 13`);
    await press(terminal, keysFor(drawn(folder, `vectors/q/${slug}`)));
    await terminal.waitFor('✓ right');
    terminal.type(ENTER);
  }
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('13 answered, 13 right first time');
  const { events } = learner.json<{ events: { kind: string }[] }>('history', '-n', '50');
  expect(events.filter(({ kind }) => kind === 'answered')).toHaveLength(13);
}, 60_000);

test('a hint, an unreadable answer, a miss and leaving, by keys', async () => {
  const folder = folderWithKinds();
  const learner = newLearner();
  const terminal = openTerminal(
    learner.home,
    ['--path', folder.dir, 'quiz', 'vectors/q/d-number', '--no-color'],
    {},
  );
  await terminal.waitFor('1 of 1');
  await press(terminal, ['?']);
  await terminal.waitFor('A quarter is 0.25.');
  await press(terminal, ['one eighth', ENTER]);
  await terminal.waitFor('number');
  await press(terminal, ['\u0015', '7', ENTER]);
  await terminal.waitFor('A half of a quarter.');
  await press(terminal, ['q']);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('✗ not yet · it is 0.125');
  expect(screen).toContain('1 answered, 0 right first time');
});

test('Ctrl-C keeps what was answered, and the next quiz offers to go on', async () => {
  const folder = folderWithKinds();
  const learner = newLearner();
  const args = ['--path', folder.dir, 'quiz', 'vectors', '--count', '3'];
  const first = openTerminal(learner.home, args, { LLMPATH_SEED: `${SEED}` });
  await first.waitFor('1 of 3');
  await press(first, keysFor(drawn(folder, 'vectors/q/a-choice')));
  await first.waitFor('✓ right');
  await press(first, [ENTER]);
  await first.waitFor('2 of 3');
  first.type(CTRL_C);
  expect((await first.end()).code).toBe(130);

  const second = openTerminal(learner.home, ['--path', folder.dir, 'quiz'], {});
  await second.waitFor('broken off with 2 questions left');
  await press(second, [ENTER]);
  await second.waitFor('1 of 2');
  await press(second, ['q']);
  expect((await second.end()).code).toBe(0);
});

test('without a terminal it says what to do', () => {
  const { code, stderr } = newLearner().run('quiz');
  expect(code).toBe(2);
  expect(stderr).toContain('llmpath quiz --stdio');
});

test('a question that is gone keeps its history, is not asked, and comes back with its memory', () => {
  const folder = folderWithKinds();
  const learner = newLearner();
  const path = ['--path', folder.dir];
  const quiz = (...args: string[]) => learner.run(...path, 'quiz', '--stdio', ...args);
  learner.answer(...path, 'quiz', '--stdio', 'vectors/q/d-number');
  learner.at('2026-12-20T19:00:00Z');
  const due = () => learner.json<{ due: { now: number } }>(...path, 'status').due.now;
  expect(due()).toBe(1);
  folder.write('questions/vectors.yaml', EACH_KIND.replace(/ {2}- \{ id: d-number.*\n/, ''));
  expect(due()).toBe(0);
  expect(learner.run(...path, 'history').stdout).toContain('vectors/q/d-number');
  expect(quiz('--due').stdout).toContain('"count":0');
  folder.write(
    'questions/vectors.yaml',
    EACH_KIND.replace('id: d-number', 'was: [d-number], id: eighth'),
  );
  expect(due()).toBe(1);
  expect(quiz('--due').stdout).toContain('"id":"vectors/q/eighth"');
});

test('a quiz goes on after a break though a question it asked is another one by now', async () => {
  const folder = folderWithKinds();
  const learner = newLearner();
  const path = ['--path', folder.dir];
  const first = driveQuiz(learner, [...path, 'vectors', '--count', '3']);
  await first.read();
  expect(await first.read()).toMatchObject({ id: 'vectors/q/a-choice' });
  first.send({ answer: 'a' });
  expect(await first.read()).toMatchObject({ type: 'graded' });
  first.process.kill('SIGKILL');
  await first.exit;
  const statement = 'kind: truefalse, prompt: "It is so.", answer: true, explain: "So it is."';
  const edited = EACH_KIND.replace(
    /id: a-choice.*\n/,
    `id: a-choice, concept: dot-product, difficulty: 1, ${statement} }\n`,
  );
  folder.write('questions/vectors.yaml', edited);
  const second = driveQuiz(learner, [...path, '--continue']);
  expect(await second.read()).toMatchObject({ type: 'session' });
  expect(await second.read()).toMatchObject({ type: 'question' });
  second.send({ answer: null });
  expect(await second.read()).toMatchObject({ type: 'graded' });
  second.end();
  expect(await second.exit).toBe(0);
});
