import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PATH, TEMPLATES, templatesOf } from './bank.ts';

/** What the bank promises as a whole. */

const share = (...kinds: string[]) =>
  TEMPLATES.filter(({ body }) => kinds.includes(body.kind)).length / TEMPLATES.length;

test('there are as many questions, and as many drawn anew each time, as the README says', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toContain('Over 1,500 questions');
  expect(readme).toContain('more than 650 of them');
  expect(TEMPLATES.length).toBeGreaterThan(1500);
  expect(TEMPLATES.filter((template) => template.generated).length).toBeGreaterThan(650);
});

test('every generator of the curriculum is there', () => {
  const wanted = readFileSync('test/fixtures/generators.txt', 'utf8').trim().split('\n');
  const refs = new Set(TEMPLATES.filter(({ generated }) => generated).map(({ ref }) => ref));
  expect(wanted).toHaveLength(183);
  expect(wanted.filter((ref) => !refs.has(ref))).toEqual([]);
});

test.each([
  [['choice', 'truefalse'], 0, 0.45],
  [['number', 'vector', 'matrix', 'shape', 'expression'], 0.25, 1],
  [['order'], 0.04, 1],
  [['match'], 0.04, 1],
  [['cloze'], 0.04, 1],
  [['text'], 0.04, 1],
  [['several'], 0.04, 1],
])('the share of %s lies between %f and %f', (kinds, least, most) => {
  expect(share(...kinds)).toBeGreaterThanOrEqual(least);
  expect(share(...kinds)).toBeLessThanOrEqual(most);
});

test('at least a third ask for application or diagnosis', () => {
  const applied = TEMPLATES.filter(({ asks }) => asks !== 'recall').length;
  expect(applied / TEMPLATES.length).toBeGreaterThanOrEqual(1 / 3);
});

const topics = PATH.phases.flatMap((phase) => phase.topics);

describe.each(topics)('$id', ({ id, outcomes, concepts }) => {
  const own = templatesOf(id);

  test('has at least 15 questions, spread over all its outcomes', () => {
    expect(own.length).toBeGreaterThanOrEqual(15);
    const tested = new Set(own.map(({ outcome }) => outcome));
    expect(outcomes.filter((_, i) => !tested.has(i + 1))).toEqual([]);
  });

  test('asks about each of its concepts in two kinds', () => {
    const kinds = (ref: string) =>
      new Set(own.filter(({ concept }) => concept === ref).map(({ body }) => body.kind));
    expect(concepts.filter(({ ref }) => kinds(ref).size < 2)).toEqual([]);
  });

  test('tells where to read more, and has hints wherever there is something to compute', () => {
    expect(own.filter(({ source }) => source === null)).toEqual([]);
    const computed = ['number', 'vector', 'matrix', 'shape', 'expression'];
    const bare = own.filter(
      ({ body, hints }) => computed.includes(body.kind) && hints.length === 0,
    );
    expect(bare.map(({ ref }) => ref)).toEqual([]);
  });

  test('says of each wrong option what it tells', () => {
    const silent = own.filter(
      ({ body }) => 'wrong' in body && body.wrong.some(({ feedback }) => feedback === null),
    );
    expect(silent.map(({ ref }) => ref)).toEqual([]);
  });
});
