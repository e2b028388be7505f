import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseNext } from '../../../src/domain/next/next.ts';
import { totalOf } from '../../../src/domain/next/score.ts';
import { pathsUnderWay } from '../../helpers/path-arbitrary.ts';
import {
  aPath,
  aPhase,
  aTopic,
  core,
  milestone,
  type Recorded,
  standOn,
} from '../../helpers/path-builder.ts';

const TODAY = '2026-12-07';
const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { parts: [core('film', [20, 20, 20])] }),
    aTopic('matrices', { needs: ['vectors'], parts: [core('book', 60), milestone('build', 60)] }),
    aTopic('odds', { tier: 'helpful', parts: [core('course', 45)] }),
  ),
  aPhase('ml', aTopic('layers', { needs: ['matrices'], parts: [core('lecture', 90)] })),
  aPhase('extras', aTopic('history', { tier: 'advanced', parts: [core('essay', 30)] })),
);

function choose(recorded: Recorded, minutes = 45, on = path) {
  const { index, progress } = standOn(on, recorded);
  return chooseNext(on, index, progress, TODAY, minutes, 2);
}

describe('what is chosen', () => {
  test.each<[string, Recorded, string]>([
    ['the first essential topic of a new path', {}, 'vectors/film'],
    [
      'what was begun, before what opens more',
      { 'odds/course': { partial: 10, lastDay: '2026-12-06' } },
      'odds/course',
    ],
    ['the next topic once its need is done', { vectors: { done: true } }, 'matrices/book'],
    ['the same once its need is skipped', { vectors: { skipped: true } }, 'matrices/book'],
    [
      'the milestone after the resources',
      { vectors: { done: true }, 'matrices/book': { done: true, lastDay: TODAY } },
      'matrices/m/build',
    ],
    [
      'what is left of the phase before the next phase',
      { matrices: { done: true }, vectors: { done: true } },
      'odds/course',
    ],
    ['the next phase when a phase is skipped', { math: { skipped: true } }, 'layers/lecture'],
    [
      'what the learner asked for, though it waits',
      { matrices: { chosen: true, lastDay: TODAY } },
      'matrices/book',
    ],
  ])('%s', (_, recorded, ref) => {
    expect(choose(recorded).action.ref).toBe(ref);
  });

  test('what is left of a phase comes before a later phase, whatever that opens', () => {
    const waiting = ['b', 'c', 'd', 'e', 'f'].map((id) => aTopic(id, { needs: ['layers'] }));
    const lopsided = aPath(
      aPhase('math', aTopic('odds', { tier: 'advanced', parts: [core('course', 45)] })),
      aPhase('ml', aTopic('layers', { parts: [core('lecture', 45)] }), ...waiting),
    );
    expect(choose({}, 45, lopsided).action.ref).toBe('odds/course');
  });

  test('of equals the first of the path', () => {
    // Three places later, but one topic waits for it: that weighs the same.
    const part = { parts: [core('x', 30)] };
    const equals = aPath(
      aPhase(
        'math',
        ...['a', 'b', 'c', 'd'].map((id) => aTopic(id, part)),
        aTopic('e', { needs: ['d'], ...part }),
      ),
    );
    const { action, nextBest } = choose({}, 40, equals);
    expect(totalOf(action.why)).toBe(nextBest?.total);
    expect([action.ref, nextBest?.action.ref]).toEqual(['a/x', 'd/x']);
  });

  test('a little over the sitting fits no better than the whole of it', () => {
    const longer = aPath(aPhase('math', aTopic('a', { parts: [core('x', 46)] })));
    const { why } = choose({}, 40, longer).action;
    expect(why.at(-1)).toEqual({ term: 'fits', score: 0.5, text: '46 of the 40 min you have' });
  });

  test('is a whole action', () => {
    const { why, ...action } = choose({}).action;
    expect(action).toEqual({
      kind: 'study',
      ref: 'vectors/film',
      title: 'Film',
      url: 'https://example.org/film',
      minutes: 40,
      topic: 'vectors',
      phase: 'math',
      portion: 'parts 1-2',
      units: 2,
      partial: false,
    });
    expect(why.map(({ term, score }) => [term, score])).toEqual([
      ['ready', 0],
      ['opens', 0.6],
      ['tier', 1],
      ['order', 0],
      ['fits', 0.5],
    ]);
  });

  test('a milestone has no address', () => {
    const recorded = { vectors: { done: true }, 'matrices/book': { done: true } };
    expect(choose(recorded, 60).action).toMatchObject({
      kind: 'milestone',
      url: null,
      minutes: 60,
    });
  });

  test('a dead resource is opened at its replacement', () => {
    const replacement = { title: 'A copy', url: 'https://copy.example.org/' };
    const resources = path.resources.map((resource) => ({
      ...resource,
      status: 'dead' as const,
      replacement,
    }));
    expect(choose({}, 45, { ...path, resources }).action.url).toBe(replacement.url);
  });

  test('nothing is left: finished, without a reason', () => {
    const all = { math: { skipped: true }, ml: { skipped: true }, history: { done: true } };
    const { action, then, nextBest } = choose(all);
    expect(action).toMatchObject({ kind: 'finished', ref: null, minutes: 0, why: [] });
    expect(then).toEqual([]);
    expect(nextBest).toBeNull();
  });

  test('what was begun counts less after a break of two weeks', () => {
    const continues = (lastDay: string) =>
      choose({ 'vectors/film': { lastDay } }).action.why.find((why) => why.term === 'continues');
    expect(continues('2026-11-23')).toMatchObject({
      score: 3,
      text: expect.stringContaining('14 days ago'),
    });
    expect(continues('2026-11-22')?.score).toBe(2);
    expect(continues('2026-12-06')?.text).toBe('you worked on this topic yesterday');
  });
});

describe('every choice', () => {
  const sittings = fc.integer({ min: 5, max: 180 });

  test('is the same for the same path, progress, day and minutes, and changes none of them', () => {
    fc.assert(
      fc.property(pathsUnderWay, sittings, (world, minutes) => {
        const before = structuredClone(world);
        const { index, progress } = standOn(world.path, world.recorded);
        const asWas = structuredClone(progress);
        const choice = chooseNext(world.path, index, progress, TODAY, minutes, 3);
        expect(chooseNext(world.path, index, progress, TODAY, minutes, 3)).toEqual(choice);
        expect(choose(before.recorded, minutes, before.path).action).toEqual(choice.action);
        expect(progress).toEqual(asWas);
        expect(world).toEqual(before);
      }),
    );
  });

  test('is a topic that is ready or begun, one the learner chose, or a milestone of one done', () => {
    fc.assert(
      fc.property(pathsUnderWay, sittings, ({ path: any, recorded }, minutes) => {
        const { progress } = standOn(any, recorded);
        const { action, nextBest } = choose(recorded, minutes, any);
        for (const offered of [action, nextBest?.action]) {
          if (!offered?.topic) continue;
          const entry = progress.get(offered.topic);
          if (entry?.state === 'done') {
            expect(offered.kind).toBe('milestone');
            continue;
          }
          expect(['ready', 'started', 'locked']).toContain(entry?.state);
          expect(entry?.waitingFor.length === 0 || entry?.chosen).toBe(true);
        }
      }),
    );
  });

  test('has reasons that add up to the total it was ranked by', () => {
    fc.assert(
      fc.property(pathsUnderWay, sittings, ({ path: any, recorded }, minutes) => {
        const { action, nextBest } = choose(recorded, minutes, any);
        for (const { score } of action.why) expect(Math.round(score * 10) / 10).toBe(score);
        const tenths = action.why.reduce((sum, why) => sum + Math.round(why.score * 10), 0);
        expect(totalOf(action.why)).toBe(tenths / 10 + 0);
        if (!nextBest) return;
        expect(nextBest.action.topic).not.toBe(action.topic);
        expect(nextBest.total).toBe(totalOf(nextBest.action.why));
        expect(totalOf(action.why)).toBeGreaterThanOrEqual(nextBest.total);
      }),
    );
  });
});
