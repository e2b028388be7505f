import { expect, test } from 'vitest';
import { said } from '../helpers/said.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const newLearner = sharedHome();

interface ErrorDocument {
  error: { code: string; message: string; hint: string; candidates: string[] };
}

test('an unknown ref comes with the nearest ones, for people and for scripts', () => {
  const { code, stderr } = newLearner().run('show', 'math-matrixes', '--json');
  expect(code).toBe(4);
  const { error } = JSON.parse(stderr) as ErrorDocument;
  expect(error).toMatchObject({ code: 'ref.unknown', hint: 'llmpath show math-matrices' });
  expect(error.message).toContain('"math-matrixes". Did you mean math-matrices');
  expect(error.candidates[0]).toBe('math-matrices');
});

test('an ambiguous ref comes with all it could be', () => {
  const { code, stderr } = newLearner().run('done', '3b1b-linear-algebra', '--json');
  expect(code).toBe(4);
  const { error } = JSON.parse(stderr) as ErrorDocument;
  expect(error.code).toBe('ref.ambiguous');
  expect(error.candidates).toContain('math-vectors/3b1b-linear-algebra');
  expect(error.candidates.every((ref) => ref.endsWith('/3b1b-linear-algebra'))).toBe(true);
  expect(error.candidates.length).toBeGreaterThan(1);
});

test('a long list of candidates is cut for people, with how many more there are', () => {
  const { stderr } = newLearner().run('show', 'm');
  expect(said(stderr)).toMatch(/^✗ "m" could be (\S+, ){5}\S+ and \d+ more\. /);
});

test.each([
  ['a concept', 'dot-product', 'math-vectors/dot-product', 'concept'],
  ['a concept in full', 'math-vectors/dot-product', 'math-vectors/dot-product', 'concept'],
  ['a phase', 'math', 'math', 'phase'],
])('%s cannot be done, and it is said what it is', (_, text, ref, kind) => {
  const { code, stderr } = newLearner().run('done', text, '--json');
  expect(code).toBe(4);
  const { error } = JSON.parse(stderr) as ErrorDocument;
  expect(error).toMatchObject({ code: 'ref.kind', candidates: [ref] });
  expect(error.message).toContain(`is the ${kind} ${ref}`);
});

test('the error document is the only thing on stderr, and nothing is on stdout', () => {
  const { stdout, stderr } = newLearner().run('nxt', '--json');
  expect(stdout).toBe('');
  expect(JSON.parse(stderr)).toEqual({
    error: {
      code: 'usage.command',
      message: expect.stringContaining('"nxt"'),
      hint: 'llmpath --help lists them.',
    },
  });
});

test('--debug adds where the error comes from', () => {
  const { code, stderr } = newLearner().run('done', 'nothing-at-all', '--debug');
  expect(code).toBe(4);
  expect(stderr).toMatch(/^ {4}at /m);
});
