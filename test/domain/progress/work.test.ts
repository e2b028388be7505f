import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEW_ITEM } from '../../../src/domain/event/fold.ts';
import { indexPath, type RefIndex } from '../../../src/domain/path/refs.ts';
import { NO_EVIDENCE } from '../../../src/domain/progress/evidence.ts';
import { minutesLeft, workOfTopic, workOfUse } from '../../../src/domain/progress/work.ts';
import { aPath, aPhase, aTopic, core, extra, milestone } from '../../helpers/path-builder.ts';

function workOn(minutes: number | number[], state = {}) {
  const path = aPath(aPhase('math', aTopic('vectors', { parts: [core('film', minutes)] })));
  const use = path.phases[0]?.topics[0]?.uses[0];
  if (!use) throw new Error('no use');
  return workOfUse(indexPath(path) as RefIndex, use, { ...NEW_ITEM, ...state });
}

test.each<[string, number | number[], object, number]>([
  ['the whole', 60, {}, 60],
  ['the whole less the time spent', 60, { partial: 20 }, 40],
  ['never less than five minutes while it is open', 60, { partial: 60 }, 5],
  ['nothing once done', 60, { done: true }, 0],
  ['nothing once skipped', 60, { skipped: true, partial: 10 }, 0],
  ['the units that are left', [10, 20, 30], { units: 1 }, 50],
  ['less the time spent on the unit at hand', [10, 20, 30], { units: 1, partial: 8 }, 42],
  ['less the time spent beyond the unit at hand', [10, 20, 30], { units: 1, partial: 30 }, 20],
  ['five minutes at least of all units', [10, 20, 30], { units: 1, partial: 300 }, 5],
  ['a short unit whole, however long it took', [20, 3], { units: 1, partial: 100 }, 3],
  ['nothing after the last unit', [10, 20, 30], { units: 3 }, 0],
  ['nothing when more units are recorded than there are today', [10, 20], { units: 5 }, 0],
])('left is %s', (_, minutes, state, left) => {
  expect(minutesLeft(workOn(minutes, state))).toBe(left);
});

test('what is left lies between nothing and the whole, and more time leaves no more', () => {
  const units = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 });
  const state = fc.record({ units: fc.nat(9), partial: fc.nat(400), skipped: fc.boolean() });
  fc.assert(
    fc.property(units, state, fc.nat(60), (minutes, recorded, more) => {
      const work = workOn(minutes, recorded);
      const left = minutesLeft(work);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(work.minutes);
      expect(left === 0).toBe(work.closed);
      const later = workOn(minutes, { ...recorded, partial: recorded.partial + more });
      expect(minutesLeft(later)).toBeLessThanOrEqual(left);
    }),
  );
});

test('the work of a topic is its core resources, its questions, then milestones, then the rest', () => {
  const parts = [extra('essay', 10), core('film', 20), milestone('draw', 30), core('book', 40)];
  const path = aPath(aPhase('math', aTopic('vectors', { parts, quiz: { norm: ['l2'] } })));
  const topic = path.phases[0]?.topics[0];
  if (!topic) throw new Error('no topic');
  const work = workOfTopic(indexPath(path) as RefIndex, topic, new Map(), NO_EVIDENCE);
  expect(work.map(({ kind, ref, required }) => [kind, ref, required])).toEqual([
    ['study', 'vectors/film', true],
    ['study', 'vectors/book', true],
    ['quiz', 'vectors/q', true],
    ['milestone', 'vectors/m/draw', true],
    ['study', 'vectors/essay', false],
  ]);
});
