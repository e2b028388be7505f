import { describe, expect, test } from 'vitest';
import {
  sayCalibration,
  sayDue,
  sayFinish,
  sayShare,
  sayStreak,
  sayTarget,
} from '../../src/report/words.ts';
import { aReport } from '../helpers/report.ts';

test.each([
  [0, '0 %'],
  [0.001, '1 %'],
  [0.014, '1 %'],
  [0.5, '50 %'],
  [0.985, '99 %'],
  [0.999, '99 %'],
  [1, '100 %'],
])('a share of %d is never rounded to all or nothing', (share, said) => {
  expect(sayShare(share)).toBe(said);
});

test.each([
  ['2027-01-04', '2027-02-03', '4 Jan 2027 – 3 Feb 2027'],
  ['2027-01-04', '2027-01-04', '4 Jan 2027'],
  ['2046-12-02', '2060-01-01', 'more than twenty years from now'],
  ['2046-12-01', '2060-01-01', '1 Dec 2046 – 1 Jan 2060'],
])('a finish from %s to %s', (p50, p80, said) => {
  expect(sayFinish({ p50, p80 }, '2026-12-07')).toBe(said);
});

test.each([
  ['2027-02-03', 'wanted by 3 Feb 2027: within reach'],
  ['2027-02-02', 'wanted by 2 Feb 2027: may just be reached'],
  ['2027-01-04', 'wanted by 4 Jan 2027: may just be reached'],
  ['2027-01-03', 'wanted by 3 Jan 2027: later than that'],
])('a finish in January or by 3 February, wanted by %s', async (target, said) => {
  const { standing } = await aReport();
  const finish = { p50: '2027-01-04', p80: '2027-02-03' };
  expect(sayTarget({ ...standing, target, finish })).toBe(said);
});

test('all done has a day wanted, but no chance to speak of', async () => {
  const { standing } = await aReport();
  expect(sayTarget({ ...standing, target: '2027-02-03', finish: null })).toBe(
    'wanted by 3 Feb 2027',
  );
  expect(sayTarget({ ...standing, target: null })).toBeNull();
  expect(sayFinish(null, '2026-12-07')).toBe('all done');
});

describe('what was predicted against what was', () => {
  const said = (predicted: number, observed: number) =>
    sayCalibration({ reviews: 40, logLoss: 0.4, predicted, observed, bins: [] });

  test.each([
    [0.9, 0.87, 'close together'],
    [0.87, 0.9, 'close together'],
    [0.9, 0.86, 'too hopeful'],
    [0.86, 0.9, 'too careful'],
  ])('%d against %d is %s', (predicted, observed, words) => {
    expect(said(predicted, observed)).toContain(`: ${words}. Log loss 0.400.`);
  });

  test('says so where there is nothing to compare', () => {
    const none = { reviews: 0, logLoss: null, predicted: null, observed: null, bins: [] };
    expect(sayCalibration(none)).toContain('nothing can be compared yet');
  });
});

test('few words for a rhythm and for reviews', () => {
  expect(sayStreak({ days: 1, buffer: 3 })).toBeNull();
  expect(sayStreak({ days: 2, buffer: 1 })).toBe(
    'Studied on 2 days without a long gap; 1 day off may follow.',
  );
  expect(sayStreak({ days: 2, buffer: 0 })).toContain('studying today carries it on');
  expect([sayDue(0), sayDue(1), sayDue(2)]).toEqual([
    '0 reviews fall due',
    '1 review falls due',
    '2 reviews fall due',
  ]);
});
