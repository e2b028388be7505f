import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../src/domain/event/event.ts';
import { rebuild } from '../../src/storage/derive.ts';
import { exchangeEvents } from '../../src/storage/exchange.ts';
import { countEvents, readLog } from '../../src/storage/export.ts';
import { appendEvents, undoChanges } from '../../src/storage/log.ts';
import { ConflictingEvent, mergeEvents } from '../../src/storage/merge.ts';
import type { Store } from '../../src/storage/store.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { type Step, step, take } from '../helpers/steps.ts';
import { at, derivedRows, dumpSchema, logged, MONDAY, newStore, noted } from '../helpers/store.ts';

const MACHINES = 3;
const HOUR = 3_600_000;

/** What happens on one of the machines: something new, or events of another one come, some of them. */
type Move =
  | { on: number; does: 'step'; step: Step }
  | { on: number; does: 'receive'; from: number; some: number };

const machine = fc.nat(MACHINES - 1);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ on: machine, does: fc.constant('step' as const), step }) },
  {
    weight: 2,
    arbitrary: fc.record({
      on: machine,
      does: fc.constant('receive' as const),
      from: machine,
      some: fc.integer({ min: 1, max: 2 ** 16 }),
    }),
  },
);
/** Clocks that disagree by up to a week. */
const offsets = fc.array(fc.integer({ min: -7 * 24, max: 7 * 24 }), {
  minLength: MACHINES,
  maxLength: MACHINES,
});

async function newMachines(hours: readonly number[]): Promise<Store[]> {
  return Promise.all(hours.map(async (by) => at(await newStore(), MONDAY + by * HOUR)));
}

/** Events in an order and with repetitions that `seed` decides. */
function shuffled(events: readonly Event[], seed: number): Event[] {
  const key = (event: Event, i: number) =>
    ((Number.parseInt(event.id.slice(-8), 16) ^ (i * 7919)) * seed) % 65_537;
  const keyed = [...events, ...events.filter((_, i) => (i * seed) % 3 === 0)];
  return keyed
    .map((event, i) => ({ event, key: key(event, i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
}

/** All that a learner could see of a log: its events, which of them stand, and every derived row. */
function stateOf(store: Store) {
  return { log: [...readLog(store)], derived: derivedRows(store) };
}

test('three machines that exchanged anything in any order end in the same state', async () => {
  await fc.assert(
    fc.asyncProperty(
      offsets,
      fc.array(move, { minLength: 5, maxLength: 40 }),
      fc.nat(2 ** 16),
      async (hours, moves, seed) => {
        const machines = await newMachines(hours);
        for (const made of moves) {
          const store = machines[made.on] as Store;
          if (made.does === 'step') machines[made.on] = take(store, made.step);
          else {
            const events = [...readLog(machines[made.from] as Store)];
            // Some of them only, in no order: half a change may come, or an undo before its change.
            const some = events.filter((_, i) => (i * made.some) % 5 !== 0);
            mergeEvents(store, shuffled(some, made.some));
          }
          const kept = derivedRows(store);
          rebuild(store);
          expect(kept).toEqual(derivedRows(store));
        }
        const all = machines.flatMap((store) => [...readLog(store)]);
        for (const [i, store] of machines.entries())
          mergeEvents(store, shuffled(all, seed + i + 1));
        const [first, ...others] = machines.map(stateOf);
        for (const other of others) expect(other).toEqual(first);
        // And a machine that comes new, and reads everything once, from the back.
        const fresh = await newStore();
        mergeEvents(fresh, all.toReversed());
        expect(stateOf(fresh)).toEqual(first);
        for (const store of [...machines, fresh]) store.db.close();
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test('three machines that met through folders, some of them old copies, end in the same state', async () => {
  const visit = fc.record({
    on: machine,
    steps: fc.array(step, { maxLength: 3 }),
    /** Whether the folder is what the others see, or a copy that has not arrived yet. */
    shared: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      offsets,
      fc.array(visit, { minLength: 3, maxLength: 12 }),
      async (hours, visits) => {
        const root = temporaryFolder();
        const shared = join(root, 'shared');
        mkdirSync(shared);
        const machines = await newMachines(hours);
        for (const { on, steps, shared: isShared } of visits) {
          for (const taken of steps) machines[on] = take(machines[on] as Store, taken);
          const folder = isShared ? shared : join(root, `late-${on}`);
          mkdirSync(folder, { recursive: true });
          expect(exchangeEvents(machines[on] as Store, folder).skipped).toEqual([]);
        }
        for (const [on] of machines.entries()) arrive(join(root, `late-${on}`), shared);
        for (const store of [...machines, ...machines]) exchangeEvents(store, shared);
        const [first, ...others] = machines.map(stateOf);
        for (const other of others) expect(other).toEqual(first);
        const fresh = await newStore();
        exchangeEvents(fresh, shared);
        expect(stateOf(fresh)).toEqual(first);
        for (const store of [...machines, fresh]) store.db.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

/** Files that come late, beside those that stand there already. */
function arrive(from: string, to: string): void {
  mkdirSync(from, { recursive: true });
  for (const device of readdirSync(from)) {
    mkdirSync(join(to, device), { recursive: true });
    for (const name of readdirSync(join(from, device))) {
      copyFileSync(join(from, device, name), join(to, device, `late-${name}`));
    }
  }
}

test('the same events again change nothing', async () => {
  const [one, two] = [await newStore(), await newStore()];
  appendEvents(one, [logged('a', 10), noted('a', 'hard')]);
  const events = [...readLog(one)];
  expect(mergeEvents(two, events)).toEqual({ added: 2, known: 0 });
  const state = stateOf(two);
  expect(mergeEvents(two, [...events, ...events])).toEqual({ added: 0, known: 4 });
  expect(stateOf(two)).toEqual(state);
});

test('an undo that comes before what it takes back waits for it', async () => {
  const [one, two] = [await newStore(), await newStore()];
  appendEvents(one, [logged('a', 10)]);
  undoChanges(one, 1);
  const [change, undo] = [...readLog(one)] as [Event, Event];
  mergeEvents(two, [undo]);
  mergeEvents(two, [change]);
  expect(derivedRows(two)).toEqual(derivedRows(one));
  expect(derivedRows(two).item).toEqual([]);
});

test('more events than are looked at one by one make the same state', async () => {
  const [one, two] = [await newStore(), await newStore()];
  const many = Array.from({ length: 6_000 }, (_, i) => logged(`ref-${i % 50}`, i % 7));
  appendEvents(one, many);
  undoChanges(one, 1);
  appendEvents(one, many.slice(0, 100));
  mergeEvents(two, readLog(one));
  expect(stateOf(two)).toEqual(stateOf(one));
});

test('an event that differs from the one here is refused, with all that came with it', async () => {
  const [one, two] = [await newStore(), await newStore()];
  appendEvents(one, [logged('a', 10)]);
  appendEvents(one, [logged('b', 20)]);
  const [a, b] = [...readLog(one)] as [Event, Event];
  mergeEvents(two, [b]);
  const before = stateOf(two);
  const forged = { ...b, body: { ...b.body, minutes: 999 } } as Event;
  expect(() => mergeEvents(two, [a, forged])).toThrow(ConflictingEvent);
  expect(stateOf(two)).toEqual(before);
});

test('a log that comes into an empty one leaves every index, also where it is refused half-way', async () => {
  const from = await newStore();
  appendEvents(from, [logged('a', 1), noted('a', 'one'), logged('b', 2)]);
  const events = [...readLog(from)];
  function* breaking() {
    yield* events.slice(0, 2);
    throw new Error('cut off');
  }
  const into = await newStore();
  const indexes = () => dumpSchema(into.db).split(';\n').sort();
  const before = indexes();
  expect(() => mergeEvents(into, breaking())).toThrow('cut off');
  expect(indexes()).toEqual(before);
  expect(countEvents(into)).toBe(0);
  expect(mergeEvents(into, events)).toEqual({ added: 3, known: 0 });
  expect(indexes()).toEqual(before);
});
