import { describe, expect, test } from 'vitest';
import { outlineOf, totalsOf } from '../../../src/domain/path/path.ts';
import { currentRef, indexPath, resolveRef } from '../../../src/domain/path/refs.ts';
import { aPath, aPhase, aTopic, core, milestone } from '../../helpers/path-builder.ts';

const path = aPath(
  aPhase(
    'math',
    aTopic('math-vectors', {
      parts: [core('film', 60), milestone('norms', 30)],
      concepts: ['dot-product', 'norm'],
      was: ['arrows'],
      quiz: { 'dot-product': ['by-hand', 'signs'], norm: ['length'] },
      renamedQuestions: { 'math-vectors/q/by-foot': 'math-vectors/q/by-hand' },
    }),
    aTopic('math-matrices', {
      parts: [core('film', 60)],
      concepts: ['norm'],
      quiz: { norm: ['length'] },
    }),
  ),
);
const whole = indexPath(path);
const outline = indexPath(outlineOf(path));

describe('a question', () => {
  test.each([
    ['math-vectors/q/by-hand', 'math-vectors/q/by-hand'],
    ['by-hand', 'math-vectors/q/by-hand'],
    ['q/signs', 'math-vectors/q/signs'],
    ['math-vectors/q/by-foot', 'math-vectors/q/by-hand'],
    ['arrows/q/signs', 'math-vectors/q/signs'],
    ['arrows/q/by-foot', 'math-vectors/q/by-hand'],
  ])('is found by %s, and has the name of its concept', (text, ref) => {
    const thing = resolveRef(whole, text, ['question', 'topic']);
    expect(thing).toMatchObject({ kind: 'question', ref, title: 'Dot product' });
  });

  test('is ambiguous where two topics have one of the name', () => {
    expect(() => resolveRef(whole, 'length', ['question'])).toThrow(
      'could be math-vectors/q/length, math-matrices/q/length.',
    );
  });

  test('is not what a command for studying takes', () => {
    expect(() => resolveRef(whole, 'math-vectors/q/signs', ['topic', 'use'])).toThrow(
      'is the question math-vectors/q/signs',
    );
  });

  test('does not stand in an outline, which next reads', () => {
    expect([...outline.things.values()].map(({ kind }) => kind)).not.toContain('question');
  });
});

describe.each([
  ['a whole path', whole],
  ['an outline', outline],
])('in %s an old ref of a question leads to the present one', (_, index) => {
  test.each([
    ['of a renamed question', 'math-vectors/q/by-foot', 'math-vectors/q/by-hand'],
    ['of a question in a renamed topic', 'arrows/q/signs', 'math-vectors/q/signs'],
    ['of both', 'arrows/q/by-foot', 'math-vectors/q/by-hand'],
    ['and the present one to itself', 'math-vectors/q/signs', 'math-vectors/q/signs'],
    ['but not one that is gone', 'arrows/q/gone', 'arrows/q/gone'],
    ['nor a milestone called like one', 'arrows/m/signs', 'arrows/m/signs'],
    ['while milestones lead on', 'arrows/m/norms', 'math-vectors/m/norms'],
  ])('%s', (_, old, present) => {
    expect(currentRef(index as typeof outline, old)).toBe(present);
  });
});

test('totals count the questions of all topics, and the generated ones', () => {
  const [phase] = path.phases;
  const topics = phase?.topics.map((topic) => ({ ...topic, questions: 20, generators: 8 })) ?? [];
  const counted = { ...path, phases: phase ? [{ ...phase, topics }] : [] };
  expect(totalsOf(counted)).toMatchObject({ questions: 40, generators: 16 });
});
