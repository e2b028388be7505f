import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuild } from '../../src/storage/derive.ts';
import { appendEvents, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { appending, step, take } from '../helpers/steps.ts';
import { derivedRows, enrolled, logged, newStore } from '../helpers/store.ts';

test('after any appends, undos and redos the derived tables are what a rebuild makes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      let store = await newStore();
      for (const taken of steps) store = take(store, taken);
      const kept = derivedRows(store);
      rebuild(store);
      expect(kept).toEqual(derivedRows(store));
      store.db.close();
    }),
    { numRuns: 300 },
  );
});

test('undo and redo lead back to exactly where they began', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(appending(), { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 10 }),
      async (steps, count) => {
        let store = await newStore();
        for (const taken of steps) store = take(store, taken);
        const before = derivedRows(store);
        undoChanges(store, count);
        redoChanges(store);
        expect(derivedRows(store)).toEqual(before);
        store.db.close();
      },
    ),
    { numRuns: 100 },
  );
});

test('a rebuild mends derived tables that were spoilt', async () => {
  const store = await newStore();
  appendEvents(store, [enrolled('llm'), logged('a', 25)]);
  const sound = derivedRows(store);
  store.db.exec(
    "UPDATE item SET minutes = 999; DELETE FROM enrolment; INSERT INTO undone VALUES ('x')",
  );
  expect(derivedRows(store)).not.toEqual(sound);
  rebuild(store);
  expect(derivedRows(store)).toEqual(sound);
});
