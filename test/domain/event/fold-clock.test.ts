import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, elapsed, foldClock } from '../../../src/domain/event/fold.ts';
import { happened } from '../../helpers/events.ts';

const MONDAY = '2026-12-07';

type Move = 'started' | 'paused' | 'resumed' | 'stopped';

function move(what: Move, at: number, ref = 'film') {
  if (what === 'stopped')
    return happened('clock-stopped', ref, { minutes: 1, day: MONDAY }, { at });
  if (what === 'started') return happened('clock-started', ref, { units: 2 }, { at });
  return happened(`clock-${what}`, ref, {}, { at });
}

/** The clock after moves at instants: `['started', 0], ['paused', 10]`. */
function clockAfter(...moves: [Move, number][]): Clock | null {
  return moves.reduce<Clock | null>((clock, [what, at]) => foldClock(clock, move(what, at)), null);
}

describe('the clock', () => {
  test.each<[string, [Move, number][], number]>([
    ['runs from its start', [['started', 100]], 900],
    [
      'stands while paused',
      [
        ['started', 100],
        ['paused', 300],
      ],
      200,
    ],
    [
      'counts on after a pause',
      [
        ['started', 100],
        ['paused', 300],
        ['resumed', 600],
      ],
      600,
    ],
    [
      'is not paused twice',
      [
        ['started', 100],
        ['paused', 300],
        ['paused', 500],
      ],
      200,
    ],
    [
      'is not resumed while it runs',
      [
        ['started', 100],
        ['resumed', 500],
      ],
      900,
    ],
    [
      'begins anew when started again',
      [
        ['started', 100],
        ['started', 800],
      ],
      200,
    ],
    ['counts nothing when the time was set back', [['started', 5000]], 0],
    [
      'keeps what it counted before that',
      [
        ['started', 0],
        ['paused', 70],
        ['resumed', 5000],
      ],
      70,
    ],
  ])('%s', (_, moves, counted) => {
    const clock = clockAfter(...moves) as Clock;
    expect(elapsed(clock, 1000)).toBe(counted);
  });

  test('knows what it runs for, since when, and what it is meant to finish', () => {
    expect(clockAfter(['started', 100])).toEqual({
      path: 'test-path',
      ref: 'film',
      startedAt: 100,
      runningSince: 100,
      counted: 0,
      units: 2,
    });
  });

  test('is gone once stopped, and nothing but a start brings one', () => {
    expect(clockAfter(['started', 0], ['stopped', 10])).toBeNull();
    expect(clockAfter(['paused', 0], ['resumed', 5], ['stopped', 10])).toBeNull();
  });

  test('does not heed what is no matter of clocks', () => {
    const clock = clockAfter(['started', 0]);
    expect(foldClock(clock, happened('skipped', 'film', {}, { at: 50 }))).toBe(clock);
  });

  test('counts the spans between starts or resumes and pauses', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom<Move>('paused', 'resumed'), fc.nat({ max: 1000 })),
    );
    fc.assert(
      fc.property(steps, fc.nat({ max: 1000 }), (moves, rest) => {
        let now = 0;
        let running = true;
        let counted = 0;
        let clock = clockAfter(['started', 0]);
        for (const [what, wait] of moves) {
          now += wait;
          if (running) counted += wait;
          running = what === 'resumed';
          clock = foldClock(clock, move(what, now));
        }
        expect(elapsed(clock as Clock, now + rest)).toBe(counted + (running ? rest : 0));
      }),
    );
  });
});
