import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atPace,
  factorOf,
  type Medium,
  measurePace,
  type Timing,
  timingsOf,
  USUAL_PACE,
} from '../../../src/domain/plan/pace.ts';
import {
  aPath,
  aPhase,
  aTopic,
  core,
  extra,
  milestone,
  type Recorded,
  standOn,
} from '../../helpers/path-builder.ts';

const MEDIA: Medium[] = ['video', 'book', 'paper', 'milestone', 'quiz'];

const finished = (medium: Medium, factor: number, count: number, estimate = 60): Timing[] =>
  Array.from({ length: count }, () => ({ medium, estimate, actual: factor * estimate }));

const timing = fc.record({
  medium: fc.constantFrom<Medium>(...MEDIA, 'practice'),
  estimate: fc.integer({ min: 1, max: 300 }),
  actual: fc.integer({ min: 0, max: 3000 }),
});

describe('the pace', () => {
  test('of somebody unknown is that of the estimates', () => {
    for (const medium of MEDIA) expect(factorOf(USUAL_PACE, medium)).toBe(1);
    expect(USUAL_PACE).toMatchObject({ overall: { mean: 1, sd: 0.25 }, evidence: 0 });
  });

  test.each([
    [1, 1.05, 1.45],
    [5, 1.3, 1.75],
    [100, 1.7, 2],
  ])('of somebody who took twice as long %i times is from %f to %f', (count, least, most) => {
    const factor = factorOf(measurePace(finished('book', 2, count)), 'book');
    expect(factor).toBeGreaterThan(least);
    expect(factor).toBeLessThan(most);
  });

  test('comes as near as one likes to what is measured, kind by kind', () => {
    const pace = measurePace([...finished('book', 1.8, 2000), ...finished('video', 0.7, 2000)]);
    expect(factorOf(pace, 'book')).toBeCloseTo(1.8, 2);
    expect(factorOf(pace, 'video')).toBeCloseTo(0.7, 2);
    expect(factorOf(pace, 'paper')).toBeGreaterThan(0.9);
    expect(factorOf(pace, 'paper')).toBeLessThan(1.5);
  });

  test('is known the better the more is measured', () => {
    const spreads = [0, 1, 4, 16, 64].map((n) => measurePace(finished('book', 1.2, n)).overall.sd);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    expect(new Set(spreads).size).toBe(spreads.length);
  });

  test('hardly changes for a clock that was forgotten', () => {
    const usual = finished('book', 1, 20);
    const night: Timing = { medium: 'book', estimate: 60, actual: 14 * 60 };
    const [before, after] = [measurePace(usual), measurePace([...usual, night])];
    expect(factorOf(after, 'book') - factorOf(before, 'book')).toBeLessThan(0.15);
    const longer = measurePace([...usual, { ...night, actual: 500 * 60 }]);
    expect(longer).toEqual(after);
  });

  test('is between a quarter of the estimates and four times them, whatever was logged', () => {
    fc.assert(
      fc.property(fc.array(timing), (timings) => {
        const pace = measurePace(timings);
        for (const medium of MEDIA) {
          expect(factorOf(pace, medium)).toBeGreaterThanOrEqual(0.25);
          expect(factorOf(pace, medium)).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  test('is the same in whatever order things were done', () => {
    fc.assert(
      fc.property(fc.array(timing), (timings) => {
        const [one, other] = [measurePace(timings), measurePace(timings.toReversed())];
        for (const medium of MEDIA) {
          expect(factorOf(one, medium)).toBeCloseTo(factorOf(other, medium), 9);
        }
        expect(one.practice.mean).toBeCloseTo(other.practice.mean, 9);
      }),
    );
  });

  test('of practice is its own: nobody studies slower for practising more', () => {
    const much = measurePace(finished('practice', 1.5, 20));
    expect(much.overall).toEqual(USUAL_PACE.overall);
    expect(much.practice.mean).toBeGreaterThan(1.2);
    expect(measurePace(finished('practice', 0, 20)).practice.mean).toBeLessThan(0.25);
    expect(factorOf(much, 'practice')).toBe(1);
  });
});

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', {
      hours: 3,
      parts: [core('film', [30, 30, 30]), extra('essay', 20), milestone('build', 45)],
    }),
  ),
);

describe('what was measured', () => {
  test.each<[string, Recorded, Timing[]]>([
    ['nothing at first', {}, []],
    [
      'a resource that is done',
      { 'vectors/film': { done: true, minutes: 100 } },
      [
        { medium: 'video', estimate: 90, actual: 100 },
        { medium: 'practice', estimate: 45, actual: 0 },
      ],
    ],
    [
      'units that are finished, without the time since',
      { 'vectors/film': { units: 2, minutes: 80, partial: 10 } },
      [{ medium: 'video', estimate: 60, actual: 70 }],
    ],
    ['not a unit under way', { 'vectors/film': { minutes: 20, partial: 20 } }, []],
    ['not what is done without time', { 'vectors/essay': { done: true } }, []],
    ['not what is left out', { 'vectors/essay': { skipped: true, minutes: 5 } }, []],
    [
      'a resource that is not required too',
      { 'vectors/essay': { done: true, minutes: 30 } },
      [{ medium: 'video', estimate: 20, actual: 30 }],
    ],
    [
      'a milestone',
      { 'vectors/m/build': { done: true, minutes: 60 } },
      [{ medium: 'milestone', estimate: 45, actual: 60 }],
    ],
    ['no time that was guessed', { 'vectors/essay': { done: true, minutes: 30, guessed: 20 } }, []],
    [
      'practice, once the topic is done',
      { 'vectors/film': { done: true, minutes: 90, guessed: 90 }, vectors: { minutes: 25 } },
      [{ medium: 'practice', estimate: 45, actual: 25 }],
    ],
    ['no practice of a topic called done', { vectors: { done: true, minutes: 25 } }, []],
  ])('is %s', (_, recorded, timings) => {
    expect(timingsOf(standOn(path, recorded).progress)).toEqual(timings);
  });
});

test('work at a pace takes its factor of minutes, unit by unit, and none without any', () => {
  const pace = measurePace(finished('video', 2, 2000));
  const [film] = standOn(path).progress.get('vectors')?.work ?? [];
  if (!film) throw new Error('there is no film');
  expect(atPace(film, pace)).toMatchObject({ minutes: 180, units: [{ minutes: 60 }, {}, {}] });
  expect(atPace(film, USUAL_PACE)).toEqual(film);
});
