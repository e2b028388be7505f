import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/render/text.ts';
import { newLearner as newLearnerOfTheirOwn } from '../helpers/cli.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const SCREENS = [
  [],
  ['next'],
  ['next', '--why'],
  ['next', '-n', '8'],
  ['plan'],
  ['plan', '--weeks', '60'],
  ['status'],
  ['status', '--all'],
  ['stats'],
  ['stats', '--weeks', '104'],
  ['stats', '--ascii'],
  ['show', 'math'],
  ['show', 'math-vectors'],
  ['show', 'math-vectors/dot-product'],
  ['show', 'math-vectors/3b1b-linear-algebra'],
  ['show', 'math-vectors/m/norms-by-hand'],
  ['show', 'nielsen-nndl'],
  ['path', 'list'],
  ['path', 'show'],
  ['path', 'check', '--seeds', '1'],
  ['path', 'preview', 'math-vectors'],
  ['path', 'preview', 'tf-attention', '--answers'],
  ['config'],
  ['log', 'math-vectors', '--minutes', '5'],
  ['start', 'tf-attention'],
  ['history'],
];

const newLearner = sharedHome();

describe.each([40, 80, 200])('at %i columns', (columns) => {
  const run = (args: readonly string[]) => newLearner({ COLUMNS: `${columns}` }).run(...args);
  const wideLines = (text: string) => text.split('\n').filter((line) => widthOf(line) > columns);

  test.each(SCREENS.map((args) => [args.join(' ') || 'llmpath', args] as const))(
    'no line of %s is wider',
    (_, args) => {
      const { code, stdout } = run(args);
      expect(code).toBe(0);
      expect(stdout.length).toBeGreaterThan(20);
      expect(wideLines(stdout)).toEqual([]);
    },
  );

  test.each([
    ['the program', ['--help']],
    ['a command', ['done', '--help']],
  ])('no line of the help of %s is wider', (_, args) => {
    expect(wideLines(run(args).stdout)).toEqual([]);
  });

  test('no line of what is said beside the screen is wider', () => {
    const { stderr } = run(['next']);
    expect(stderr).toContain('Not enrolled yet');
    expect(wideLines(stderr)).toEqual([]);
  });

  test('no line of an error is wider', () => {
    const { stderr } = run(['done', '3b1b-linear-algebra']);
    expect(stderr.length).toBeGreaterThan(120);
    expect(wideLines(stderr)).toEqual([]);
  });
});

test('the history of nothing fits 40 columns', () => {
  const { stdout } = newLearnerOfTheirOwn({ env: { COLUMNS: '40' } }).run('history');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Nothing has happened yet.');
  expect(stdout.split('\n').filter((line) => widthOf(line) > 40)).toEqual([]);
});

test('narrower than 40 and wider than 200 columns are drawn as 40 and 200', () => {
  const at = (columns: string) => newLearner({ COLUMNS: columns }).run('path', 'show').stdout;
  expect(at('10')).toBe(at('40'));
  expect(at('1000')).toBe(at('200'));
  expect(at('nonsense')).toBe(at('80'));
});
