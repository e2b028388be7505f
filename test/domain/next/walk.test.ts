import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/domain/event/event.ts';
import { foldItem, type ItemState, NEW_ITEM } from '../../../src/domain/event/fold.ts';
import { type Action, chooseNext } from '../../../src/domain/next/next.ts';
import { indexPath, type RefIndex } from '../../../src/domain/path/refs.ts';
import { measureProgress } from '../../../src/domain/progress/progress.ts';
import { happened } from '../../helpers/events.ts';
import { pathsUnderWay, smallPaths } from '../../helpers/path-arbitrary.ts';
import { aPath, aPhase, aTopic, core, itemsOf, type Recorded } from '../../helpers/path-builder.ts';

const TODAY = '2026-12-07';
const MOST_STEPS = 1000;
const sittings = fc.integer({ min: 5, max: 180 });

/** A learner who always does what `next` says; `recorded` is what happened before. */
function learnerOn(path: Parameters<typeof indexPath>[0], recorded: Recorded = {}) {
  const index = indexPath(path) as RefIndex;
  const items: Map<string, ItemState> = itemsOf(recorded);
  const proven = new Set<string>();
  const lastDays = new Map<string, string>();
  const evidence = { proven, lastDays };
  const progress = () => measureProgress(path, index, items, evidence);
  return {
    progress,
    next: (minutes: number, follow = 0) =>
      chooseNext(path, index, progress(), TODAY, minutes, follow, { evidence, due: 0 }),
    doIt(action: Action) {
      const ref = action.ref as string;
      if (action.kind === 'quiz') {
        const concepts = Object.keys(index.topics.get(ref)?.quiz ?? {}).map((id) => `${ref}/${id}`);
        const open = concepts.filter((concept) => !proven.has(concept));
        for (const concept of open.slice(0, action.units ?? open.length)) proven.add(concept);
        lastDays.set(ref, TODAY);
        return;
      }
      const state = items.get(ref) ?? NEW_ITEM;
      items.set(ref, foldItem(state, eventOf(action, state)));
    },
  };
}

function eventOf(action: Action, state: ItemState): Event {
  const { kind, ref, minutes, units, partial, topic } = action;
  if (partial) return happened('time-logged', ref, { minutes, day: TODAY, estimated: false });
  if (kind === 'milestone') return happened('milestone-done', ref, {});
  if (ref === topic) return happened('topic-done', ref, {});
  const finished = units === null ? null : state.units + units;
  return happened('resource-done', ref, { units: finished });
}

describe('doing what next says, again and again', () => {
  test('finishes the path, with every topic after all it needs', () => {
    fc.assert(
      fc.property(smallPaths, sittings, (path, minutes) => {
        const learner = learnerOn(path);
        const visited = new Set<string>();
        let { action } = learner.next(minutes);
        for (let step = 0; action.kind !== 'finished'; step++) {
          expect(step, 'steps').toBeLessThan(MOST_STEPS);
          const entry = learner.progress().get(action.topic as string);
          for (const need of entry?.topic.needs ?? []) {
            expect(learner.progress().get(need)?.state).toBe('done');
          }
          visited.add(action.topic as string);
          learner.doIt(action);
          action = learner.next(minutes).action;
        }
        const topics = path.phases.flatMap((phase) => phase.topics.map((topic) => topic.id));
        expect([...visited].sort()).toEqual(topics.sort());
        for (const entry of learner.progress().values()) expect(entry.state).toBe('done');
      }),
    );
  });

  test('finishes from anywhere, and never offers what was left out', () => {
    fc.assert(
      fc.property(pathsUnderWay, sittings, ({ path, recorded }, minutes) => {
        const learner = learnerOn(path, recorded);
        let { action } = learner.next(minutes);
        for (let step = 0; action.kind !== 'finished'; step++) {
          expect(step, 'steps').toBeLessThan(MOST_STEPS);
          expect(recorded[action.ref as string]?.skipped ?? false).toBe(false);
          expect(recorded[action.topic as string]?.skipped ?? false).toBe(false);
          learner.doIt(action);
          action = learner.next(minutes).action;
        }
        const states = [...learner.progress().values()].map((entry) => entry.state);
        expect(states.filter((state) => state !== 'done' && state !== 'skipped')).toEqual([]);
      }),
    );
  });

  test('what next says will follow does follow', () => {
    fc.assert(
      fc.property(pathsUnderWay, sittings, ({ path, recorded }, minutes) => {
        const learner = learnerOn(path, recorded);
        const { action, then } = learner.next(minutes, 4);
        const foretold = [action, ...then].map(({ why, ...facts }) => facts);
        const came = foretold.map(() => {
          const { why, ...facts } = learner.next(minutes).action;
          if (facts.ref !== null) learner.doIt({ ...facts, why });
          return facts;
        });
        expect(came).toEqual(foretold);
      }),
    );
  });
});

test('a topic without core resources is done as one piece', () => {
  const bare = aTopic('reading', { hours: 2 });
  const learner = learnerOn(
    aPath(
      aPhase('math', bare, aTopic('vectors', { needs: ['reading'], parts: [core('film', 30)] })),
    ),
  );
  const first = learner.next(150).action;
  expect(first).toMatchObject({ ref: 'reading', topic: 'reading', minutes: 120, units: null });
  learner.doIt(first);
  expect(learner.next(150).action.ref).toBe('vectors/film');
});
