import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tier } from '../../../src/domain/path/path.ts';
import { topicsToLeaveOut } from '../../../src/domain/plan/fit-weeks.ts';
import { aPhase, aTopic } from '../../helpers/path-builder.ts';

const phase = aPhase(
  'math',
  aTopic('vectors', { tier: 'essential', hours: 4 }),
  aTopic('eigen', { tier: 'helpful', hours: 3 }),
  aTopic('tensors', { tier: 'advanced', hours: 2 }),
  aTopic('odds', { tier: 'helpful', hours: 5 }),
  aTopic('measure', { tier: 'advanced', hours: 6 }),
);

describe('what to leave out of a phase of 20 hours', () => {
  test.each<[string, number, number, string[]]>([
    ['nothing when all fits', 4, 5, []],
    ['the last advanced topic first', 3, 6, ['measure']],
    ['then the first advanced one', 2, 6.5, ['measure', 'tensors']],
    ['then the last helpful one', 2, 4, ['measure', 'tensors', 'odds']],
    ['then all but the essential', 1, 4, ['measure', 'tensors', 'odds', 'eigen']],
    ['never what is essential', 1, 1, ['measure', 'tensors', 'odds', 'eigen']],
  ])('%s', (_, weeks, pace, out) => {
    expect(topicsToLeaveOut(phase, weeks, pace)).toEqual(out);
  });
});

test('what stays fits or is essential, and the last one left out was one too many', () => {
  const topic = fc.record({
    tier: fc.constantFrom<Tier>('essential', 'helpful', 'advanced'),
    hours: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(
      fc.array(topic),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (facts, weeks, pace) => {
        const topics = facts.map((fact, i) => aTopic(`topic-${i}`, fact));
        const out = topicsToLeaveOut(aPhase('any', ...topics), weeks, pace);
        const stays = topics.filter((t) => !out.includes(t.id));
        const hours = stays.reduce((total, t) => total + t.hours, 0);
        const last = topics.find((t) => t.id === out.at(-1));
        expect(hours <= weeks * pace || stays.every((t) => t.tier === 'essential')).toBe(true);
        if (last) expect(hours + last.hours).toBeGreaterThan(weeks * pace);
        expect(topics.filter((t) => out.includes(t.id) && t.tier === 'essential')).toEqual([]);
      },
    ),
  );
});
