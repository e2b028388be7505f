import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEW_ITEM } from '../../../src/domain/event/fold.ts';
import { indexPath } from '../../../src/domain/path/refs.ts';
import { measureProgress } from '../../../src/domain/progress/progress.ts';
import { chooseQuestions, type Scheduled, type Wish } from '../../../src/domain/quiz/choose.ts';
import { askedBefore, scheduled } from '../../helpers/answers.ts';
import { aPath, aPhase, aTopic, core } from '../../helpers/path-builder.ts';

const TODAY = '2026-12-20';
const parts = [core('film', 30)];
const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { parts, quiz: { dot: ['d1', 'd2', 'd3'], norm: ['n1', 'n2'] } }),
    aTopic('matrices', { parts, quiz: { product: ['p1', 'p2'], rank: ['r1'] } }),
    aTopic('eigen', { parts, quiz: { eigenvalue: ['e1'] } }),
  ),
);
const touched = (day: string) => ({ ...NEW_ITEM, units: 0, minutes: 5, partial: 5, lastDay: day });
const studied = measureProgress(
  path,
  indexPath(path),
  new Map([
    ['vectors/film', touched('2026-12-10')],
    ['matrices/film', touched('2026-12-18')],
  ]),
);
const everything: Wish = { isNamed: null, count: 100, fresh: null, onlyDue: false };

function choose(
  known: [string, Scheduled][],
  wish: Partial<Wish> = {},
  proven: string[] = [],
): string[] {
  const picks = chooseQuestions(
    path,
    studied,
    askedBefore(known, TODAY),
    new Set(proven),
    { ...everything, ...wish },
    TODAY,
  );
  return picks.map(({ ref, reason }) => `${reason.kind} ${ref}`);
}

test('new questions go through the concepts in turn, what was studied last first, mixed', () => {
  expect(choose([])).toEqual([
    'new matrices/q/p1',
    'new vectors/q/d1',
    'new matrices/q/r1',
    'new vectors/q/n1',
    'new matrices/q/p2',
    'new vectors/q/d2',
    'new vectors/q/n2',
    'new vectors/q/d3',
  ]);
});

test('concepts not yet answered right come before the others', () => {
  const order = choose([], { count: 3 }, ['matrices/product', 'matrices/rank', 'vectors/dot']);
  expect(order).toEqual(['new vectors/q/n1', 'new matrices/q/p1', 'new vectors/q/n2']);
});

test('what is due comes first, the most at risk before the rest', () => {
  const known = [
    scheduled('vectors/q/d1', '2026-12-19', '2026-12-16'),
    scheduled('matrices/q/p1', '2026-12-12', '2026-12-08'),
    scheduled('vectors/q/n1', '2027-01-05', '2026-12-18'),
  ];
  const order = choose(known, { count: 3 });
  expect(order.slice(0, 2)).toEqual(['due matrices/q/p1', 'due vectors/q/d1']);
  expect(order).toHaveLength(3);
  expect(order[2]).toMatch(/^new /);
  expect(choose(known, { onlyDue: true })).toEqual(order.slice(0, 2));
});

test('the number of new ones can be said, and room is kept for them', () => {
  const known = ['d1', 'd2', 'd3', 'n1'].map((slug) =>
    scheduled(`vectors/q/${slug}`, '2026-12-19', '2026-12-15'),
  );
  const kinds = (wish: Partial<Wish>) => choose(known, wish).map((line) => line.split(' ')[0]);
  expect(kinds({ count: 4, fresh: 2 })).toEqual(['due', 'due', 'new', 'new']);
  expect(kinds({ count: 4, fresh: 0 })).toEqual(['due', 'due', 'due', 'due']);
  expect(kinds({ count: 6 })).toEqual(['due', 'due', 'due', 'due', 'new', 'new']);
});

test('room kept for new ones that are not there goes to what is due', () => {
  const known = ['vectors/q/d1', 'vectors/q/d2', 'matrices/q/p1'].map((ref) =>
    scheduled(ref, '2026-12-19', '2026-12-15'),
  );
  const isNamed = ({ ref }: { ref: string }) => known.some(([name]) => name === ref);
  expect(choose(known, { count: 3, fresh: 3, isNamed })).toHaveLength(3);
});

test('a named topic asks about each concept never answered right, however much is due', () => {
  const known = ['d1', 'd2', 'd3'].map((slug) =>
    scheduled(`vectors/q/${slug}`, '2026-12-19', '2026-12-15'),
  );
  const isNamed = ({ topic }: { topic: string }) => topic === 'vectors';
  const refs = choose(known, { count: 3, isNamed }, ['vectors/dot']).sort();
  expect(refs).toContain('new vectors/q/n1');
  expect(refs.filter((line) => line.startsWith('due'))).toHaveLength(2);
});

test('what was left out does not come up, unless it is named', () => {
  const known = [scheduled('vectors/q/d1', '2026-12-19', '2026-12-15')];
  const skipped = measureProgress(
    path,
    indexPath(path),
    new Map([['vectors', { ...NEW_ITEM, skipped: true }]]),
  );
  const pick = (isNamed: Wish['isNamed']) =>
    chooseQuestions(
      path,
      skipped,
      askedBefore(known, TODAY),
      new Set(),
      { ...everything, isNamed, onlyDue: true },
      TODAY,
    );
  expect(pick(null)).toEqual([]);
  expect(pick(({ topic }) => topic === 'vectors')).toHaveLength(1);
});

test('what was named is asked though it was not studied, and practised though it is not due', () => {
  const isNamed = ({ topic }: { topic: string }) => topic === 'eigen';
  expect(choose([], { isNamed })).toEqual(['new eigen/q/e1']);
  const known = [scheduled('eigen/q/e1', '2027-01-05', '2026-12-18')];
  expect(choose(known, { isNamed })).toEqual(['practice eigen/q/e1']);
  expect(choose(known)).not.toContain('practice eigen/q/e1');
});

test('no more is asked than was wished, nothing twice, and concepts do not follow themselves', () => {
  const slugs = ['d1', 'd2', 'd3', 'n1', 'n2'].map((slug) => `vectors/q/${slug}`);
  const refs = [...slugs, 'matrices/q/p1', 'matrices/q/p2', 'matrices/q/r1', 'eigen/q/e1'];
  const state = fc.record({
    ref: fc.constantFrom(...refs),
    due: fc.constantFrom('2026-12-01', '2027-01-01'),
  });
  fc.assert(
    fc.property(fc.array(state), fc.integer({ min: 1, max: 12 }), (states, count) => {
      const known = states.map(({ ref, due }) => scheduled(ref, due, '2026-11-20'));
      const picks = chooseQuestions(
        path,
        studied,
        askedBefore(known, TODAY),
        new Set(),
        { ...everything, count },
        TODAY,
      );
      expect(picks.length).toBeLessThanOrEqual(count);
      expect(new Set(picks.map((pick) => pick.ref)).size).toBe(picks.length);
      const due = picks.filter((pick) => pick.reason.kind === 'due');
      expect(picks.slice(0, due.length)).toEqual(due);
      expectSpread(due);
    }),
  );
});

/** Neighbours share a concept only where the concept has more than half of all. */
function expectSpread(picks: { concept: string }[]): void {
  const most = Math.max(
    0,
    ...picks.map((pick) => picks.filter((other) => other.concept === pick.concept).length),
  );
  if (most * 2 > picks.length + 1) return;
  picks.slice(1).forEach((pick, i) => {
    expect(pick.concept).not.toBe(picks[i]?.concept);
  });
}
