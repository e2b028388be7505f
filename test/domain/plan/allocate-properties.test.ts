import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekday } from '../../../src/domain/day.ts';
import { allocate, type Block } from '../../../src/domain/plan/allocate.ts';
import { hasMilestonesLeft, isOpen, type Progress } from '../../../src/domain/progress/progress.ts';
import { pathsUnderWay, smallPaths } from '../../helpers/path-arbitrary.ts';
import { standOn } from '../../helpers/path-builder.ts';

const MONDAY = '2026-12-07';
/** A remainder of a day shorter than this may move to the next. */
const SHORTEST_BLOCK = 10;

const weeks = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 240 })), {
    minLength: 7,
    maxLength: 7,
  })
  .filter((minutes) => minutes.some((m) => m > 0));

const plans = fc
  .tuple(pathsUnderWay, weeks, fc.oneof(fc.constant(0), fc.nat(300)))
  .map(([{ path, recorded }, availability, spent]) => {
    const { progress } = standOn(path, recorded);
    const make = () => allocate(path, progress, availability, MONDAY, spent);
    return { path, recorded, availability, spent, progress, make, plan: make() };
  });

function minutesBy(blocks: readonly Block[], key: (block: Block) => string): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const block of blocks) {
    minutes.set(key(block), (minutes.get(key(block)) ?? 0) + block.minutes);
  }
  return minutes;
}

function leftByTopic(progress: Progress): Map<string, number> {
  return new Map(
    [...progress.values()]
      .filter((entry) => isOpen(entry) || hasMilestonesLeft(entry))
      .map((entry) => [entry.topic.id, entry.minutesLeft]),
  );
}

describe('every plan', () => {
  test('places each minute that is left once', () => {
    fc.assert(
      fc.property(plans, ({ plan, progress }) => {
        const blocks = plan.days.flatMap((day) => day.blocks);
        const left = leftByTopic(progress);
        expect(minutesBy(blocks, (block) => block.topic)).toEqual(left);
        expect(plan.minutesLeft).toBe([...left.values()].reduce((a, b) => a + b, 0));
        for (const block of blocks) expect(block.minutes).toBeGreaterThan(0);
      }),
    );
  });

  test('of a path just begun takes the hours of its topics', () => {
    fc.assert(
      fc.property(smallPaths, weeks, (path, availability) => {
        const { progress } = standOn(path);
        const { days } = allocate(path, progress, availability, MONDAY, 0);
        const planned = minutesBy(
          days.flatMap((day) => day.blocks),
          (block) => block.topic,
        );
        for (const topic of path.phases.flatMap((phase) => phase.topics)) {
          expect(planned.get(topic.id)).toBe(Math.round(topic.hours * 60));
        }
      }),
    );
  });

  test('keeps to the days and minutes that the learner has', () => {
    fc.assert(
      fc.property(plans, ({ plan, availability, spent }) => {
        for (const { day, minutes, capacity, blocks } of plan.days) {
          const planned = availability[weekday(day)] ?? 0;
          const expected = day === MONDAY ? Math.max(0, planned - spent) : planned;
          expect(capacity).toBe(expected);
          expect(capacity).toBeGreaterThan(0);
          expect(minutes).toBe(blocks.reduce((total, block) => total + block.minutes, 0));
          expect(minutes).toBeLessThan(capacity + SHORTEST_BLOCK);
        }
        const days = plan.days.map((day) => day.day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(plan.end).toBe(days.at(-1) ?? MONDAY);
      }),
    );
  });

  test('never has a topic before one that it needs, unless the learner chose it', () => {
    fc.assert(
      fc.property(plans, ({ plan, progress }) => {
        const order = plan.days.flatMap((day) => day.blocks.map((block) => block.topic));
        // What is left of a topic that is done are milestones, which may be built at any time.
        const isDone = (id: string) => progress.get(id)?.state === 'done';
        for (const { topic, chosen } of progress.values()) {
          if (chosen || isDone(topic.id) || !order.includes(topic.id)) continue;
          for (const need of topic.needs.filter((id) => !isDone(id))) {
            expect(order.lastIndexOf(need)).toBeLessThan(order.indexOf(topic.id));
          }
        }
      }),
    );
  });

  test('is the same each time it is made, and leaves the progress as it was', () => {
    fc.assert(
      fc.property(plans, ({ path, recorded, progress, plan, make }) => {
        expect(make()).toEqual(plan);
        expect(progress).toEqual(standOn(path, recorded).progress);
      }),
    );
  });
});
