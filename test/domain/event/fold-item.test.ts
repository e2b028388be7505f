import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/domain/event/event.ts';
import { foldItem, type ItemState, NEW_ITEM, timeOf } from '../../../src/domain/event/fold.ts';
import { happened } from '../../helpers/events.ts';

const MONDAY = '2026-12-07';
const TUESDAY = '2026-12-08';
const WORKED: ItemState = {
  ...NEW_ITEM,
  units: 2,
  minutes: 50,
  partial: 10,
  lastDay: MONDAY,
};

const log = (minutes: number, day = TUESDAY) =>
  happened('time-logged', 'x', { minutes, day, estimated: false }, { day: TUESDAY });

describe('what an event changes', () => {
  const on = { day: TUESDAY };
  test.each<[string, Event, Partial<ItemState>]>([
    ['time logged', log(20), { minutes: 70, partial: 30, lastDay: TUESDAY }],
    ['time logged on an earlier day', log(20, '2026-12-01'), { minutes: 70, partial: 30 }],
    [
      'a clock stopped',
      happened('clock-stopped', 'x', { minutes: 15, day: TUESDAY }, on),
      { minutes: 65, partial: 25, lastDay: TUESDAY },
    ],
    ['a clock started', happened('clock-started', 'x', { units: null }, on), { lastDay: TUESDAY }],
    [
      'units finished',
      happened('resource-done', 'x', { units: 3 }, on),
      { units: 3, partial: 0, lastDay: TUESDAY },
    ],
    [
      'a whole resource finished',
      happened('resource-done', 'x', { units: null }, on),
      { done: true, doneDay: TUESDAY, lastDay: TUESDAY },
    ],
    [
      'a topic finished',
      happened('topic-done', 'x', {}, on),
      { done: true, doneDay: TUESDAY, lastDay: TUESDAY },
    ],
    [
      'a milestone reached',
      happened('milestone-done', 'x', {}, on),
      { done: true, doneDay: TUESDAY, lastDay: TUESDAY },
    ],
    ['skipped', happened('skipped', 'x', {}, on), { skipped: true }],
    ['unskipped', happened('unskipped', 'x', {}, on), {}],
    [
      'chosen against the order',
      happened('overridden', 'x', { waitingFor: ['y'] }, on),
      { chosen: true, lastDay: TUESDAY },
    ],
    ['noted', happened('noted', 'x', { text: 'hm' }, on), {}],
    ['a clock paused', happened('clock-paused', 'x', {}, on), {}],
  ])('%s', (_, event, changed) => {
    expect(foldItem(WORKED, event)).toEqual({ ...WORKED, ...changed });
  });

  test.each<[string, Event]>([
    ['a unit', happened('resource-done', 'x', { units: 3 })],
    ['the whole', happened('resource-done', 'x', { units: null })],
    ['the topic', happened('topic-done', 'x', {})],
    ['the milestone', happened('milestone-done', 'x', {})],
  ])('what was skipped is taken up again by finishing %s', (_, event) => {
    expect(foldItem({ ...WORKED, skipped: true }, event).skipped).toBe(false);
  });

  test('what was skipped comes back with all that was done to it', () => {
    const skipped = foldItem(WORKED, happened('skipped', 'x', {}));
    expect(foldItem(skipped, happened('unskipped', 'x', {}))).toEqual(WORKED);
  });
});

describe('over any history', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`);
  const minutes = fc.integer({ min: 1, max: 90 });
  const event = fc.oneof(
    fc
      .tuple(minutes, day, day)
      .map(([n, on, at]) =>
        happened('time-logged', 'x', { minutes: n, day: on, estimated: true }, { day: at }),
      ),
    fc
      .tuple(minutes, day, day)
      .map(([n, on, at]) => happened('clock-stopped', 'x', { minutes: n, day: on }, { day: at })),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), day)
      .map(([units, at]) => happened('resource-done', 'x', { units }, { day: at })),
    day.map((at) => happened('clock-started', 'x', { units: null }, { day: at })),
    day.map((at) => happened('skipped', 'x', {}, { day: at })),
  );

  test('minutes are the sum of the time of all events, and a part of them is open', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const state = events.reduce(foldItem, NEW_ITEM);
        const spent = events.reduce((total, e) => total + (timeOf(e)?.minutes ?? 0), 0);
        expect(state.minutes).toBe(spent);
        const since = events.slice(events.findLastIndex((e) => e.kind === 'resource-done') + 1);
        expect(state.partial).toBe(since.reduce((n, e) => n + (timeOf(e)?.minutes ?? 0), 0));
      }),
    );
  });

  test('the last day is the latest on which anything was done', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const days = events
          .filter((e) => e.kind !== 'skipped')
          .map((e) => timeOf(e)?.day ?? e.day)
          .sort();
        expect(events.reduce(foldItem, NEW_ITEM).lastDay).toBe(days.at(-1) ?? null);
      }),
    );
  });
});

describe('the time of an event', () => {
  test('counts for the day it was logged for, not the one on which the clock stopped', () => {
    expect(timeOf(log(20, MONDAY))).toEqual({ day: MONDAY, minutes: 20 });
    const stopped = happened('clock-stopped', 'x', { minutes: 5, day: MONDAY }, { day: TUESDAY });
    expect(timeOf(stopped)).toEqual({ day: MONDAY, minutes: 5 });
  });

  test('is none for what takes none', () => {
    expect(timeOf(happened('resource-done', 'x', { units: null }))).toBeNull();
    expect(timeOf(happened('clock-started', 'x', { units: null }))).toBeNull();
  });
});
