import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextIds } from '../../src/storage/ids.ts';

const NOON = Date.parse('2026-12-07T12:00:00Z');

test('an id is a UUIDv7 that begins with the instant', () => {
  const [id = ''] = nextIds(1, NOON, null);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(NOON);
});

test('ids rise while the clock stands still', () => {
  const first = nextIds(3000, NOON, null);
  const second = nextIds(3000, NOON, first.at(-1) as string);
  expectRising([...first, ...second]);
});

test('ids rise when the clock was set back a year', () => {
  const before = nextIds(5, NOON, null);
  const after = nextIds(5, NOON - 365 * 86_400_000, before.at(-1) as string);
  expectRising([...before, ...after]);
});

test('a later instant is told by the id even after the clock had been set back', () => {
  const [early = ''] = nextIds(1, NOON - 1000, nextIds(1, NOON, null)[0] as string);
  const [late = ''] = nextIds(1, NOON + 5000, early);
  expect(Number.parseInt(late.replace('-', '').slice(0, 12), 16)).toBe(NOON + 5000);
});

test('ids rise whatever the clock does', () => {
  const steps = fc.array(
    fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 5 })),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(steps, (moves) => {
      const ids: string[] = [];
      for (const [offset, count] of moves) {
        ids.push(...nextIds(count, NOON + offset, ids.at(-1) ?? null));
      }
      expectRising(ids);
    }),
  );
});

function expectRising(ids: readonly string[]): void {
  const broken = ids.findIndex((id, i) => i > 0 && id <= (ids[i - 1] as string));
  expect(broken, `${ids[broken - 1]} then ${ids[broken]}`).toBe(-1);
}
