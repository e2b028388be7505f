import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOpenPhase } from '../../../src/domain/next/next.ts';
import {
  findCandidates,
  type Standing,
  scoreTopic,
  standingOf,
  totalOf,
} from '../../../src/domain/next/score.ts';
import { findDependents } from '../../../src/domain/path/graph.ts';
import type { Path } from '../../../src/domain/path/path.ts';
import { isLeft, orderTopics } from '../../../src/domain/plan/order.ts';
import { isOpen, type Progress } from '../../../src/domain/progress/progress.ts';
import { MONDAY } from '../../helpers/learner.ts';
import { pathsUnderWay } from '../../helpers/path-arbitrary.ts';
import { aPath, aPhase, aTopic, standOn } from '../../helpers/path-builder.ts';

/** What `next` would take first, again and again, each time as if that were done. */
function takeOneByOne(path: Path, start: Progress): string[] {
  const standing = standingAmongOpen(path, start);
  const state = new Map([...start].map(([id, entry]) => [id, { ...entry }]));
  const order: string[] = [];
  for (;;) {
    const firstPhase = firstOpenPhase(state);
    const ranked = findCandidates(state).map((entry) => ({
      entry,
      total: totalOf(scoreTopic(entry, state, standing, firstPhase, MONDAY)),
    }));
    const [best] = ranked.sort((a, b) => b.total - a.total);
    if (!best) return order;
    order.push(best.entry.topic.id);
    best.entry.state = 'skipped';
    for (const entry of state.values()) {
      entry.waitingFor = entry.waitingFor.filter((id) => id !== best.entry.topic.id);
    }
  }
}

/** Nothing waits for a topic through another that is done or left out. */
function standingAmongOpen(path: Path, progress: Progress): Standing {
  const open = [...progress.values()].filter(isOpen);
  const nodes = open.map(({ topic, waitingFor }) => ({ id: topic.id, needs: waitingFor }));
  return { ...standingOf(path), dependentsOf: findDependents(nodes) };
}

const idsOf = (progress: Progress) => orderTopics(progress, MONDAY).map((entry) => entry.topic.id);

const chosenAhead = (progress: Progress) =>
  [...progress.values()].some((entry) => entry.chosen && entry.waitingFor.length > 0);

describe('topics come in the order', () => {
  test('in which next would take them one by one', () => {
    fc.assert(
      fc.property(pathsUnderWay, ({ path, recorded }) => {
        const { progress } = standOn(path, recorded);
        fc.pre(!chosenAhead(progress));
        expect(idsOf(progress)).toEqual(takeOneByOne(path, progress));
      }),
      { numRuns: 500 },
    );
  });

  test('in which each is after all that it waits for, unless the learner chose it', () => {
    fc.assert(
      fc.property(pathsUnderWay, ({ path, recorded }) => {
        const { progress } = standOn(path, recorded);
        const order = orderTopics(progress, MONDAY);
        const place = new Map(order.map((entry, i) => [entry.topic.id, i]));
        for (const { topic, chosen, waitingFor, state } of order) {
          if (chosen || state === 'done') continue;
          for (const need of waitingFor) {
            expect(place.get(need)).toBeLessThan(place.get(topic.id) ?? -1);
          }
        }
      }),
    );
  });

  test('with everything that is left, once', () => {
    fc.assert(
      fc.property(pathsUnderWay, ({ path, recorded }) => {
        const { progress } = standOn(path, recorded);
        const left = [...progress.values()].filter(isLeft).map((entry) => entry.topic.id);
        expect(idsOf(progress).sort()).toEqual(left.sort());
      }),
    );
  });

  test('whatever the order in which a topic lists its needs', () => {
    const turned = (path: Path): Path => ({
      ...path,
      phases: path.phases.map((phase) => ({
        ...phase,
        topics: phase.topics.map((topic) => ({ ...topic, needs: topic.needs.toReversed() })),
      })),
    });
    fc.assert(
      fc.property(pathsUnderWay, ({ path, recorded }) => {
        const back = Object.fromEntries(Object.entries(recorded).reverse());
        expect(idsOf(standOn(turned(path), back).progress)).toEqual(
          idsOf(standOn(path, recorded).progress),
        );
      }),
    );
  });
});

const two = aPath(
  aPhase('math', aTopic('sets'), aTopic('odds'), aTopic('sums', { tier: 'advanced' })),
  aPhase('ml', aTopic('trees', { needs: ['sets'] }), aTopic('layers', { needs: ['odds'] })),
);

test.each<[string, Parameters<typeof standOn>[1], string[]]>([
  ['the first phase before the second', {}, ['sets', 'odds', 'sums', 'trees', 'layers']],
  [
    'what is begun first',
    { odds: { partial: 5, lastDay: MONDAY } },
    ['odds', 'sets', 'sums', 'trees', 'layers'],
  ],
  [
    'what is chosen before all else',
    { layers: { chosen: true, lastDay: MONDAY } },
    ['layers', 'sets', 'odds', 'sums', 'trees'],
  ],
  ['not what is done', { sets: { done: true } }, ['odds', 'sums', 'trees', 'layers']],
  ['not what is left out', { math: { skipped: true } }, ['trees', 'layers']],
])('%s', (_, recorded, order) => {
  expect(idsOf(standOn(two, recorded).progress)).toEqual(order);
});

test('a chain of ten thousand topics does not exhaust the stack', () => {
  const topics = Array.from({ length: 10_000 }, (_, i) =>
    aTopic(`t-${i}`, { needs: i === 0 ? [] : [`t-${i - 1}`] }),
  );
  const order = idsOf(standOn(aPath(aPhase('all', ...topics))).progress);
  expect(order).toEqual(topics.map((topic) => topic.id));
});
