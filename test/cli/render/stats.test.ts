import { describe, expect, test } from 'vitest';
import { ASCII, type Signs, UNICODE } from '../../../src/cli/render/charts.ts';
import { firstWeek, renderStats } from '../../../src/cli/render/stats.ts';
import { widthOf } from '../../../src/cli/render/text.ts';
import type { Stats } from '../../../src/domain/report/stats.ts';
import { aReportedLog, statsOf, WHOLE } from '../../helpers/report.ts';
import { newStore } from '../../helpers/store.ts';
import { plainTheme } from '../../helpers/theme.ts';

const TODAY = '2026-12-07';

function screen(stats: Stats, width: number, signs: Signs = UNICODE): string {
  return `\n${renderStats('A path', stats, TODAY, plainTheme, width, signs)}\n`;
}

/** The lines of a screen that begin with any of the names. */
function linesOf(text: string, ...names: string[]): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => names.some((name) => line.startsWith(name)));
}

const since = (from: string) => ({ ...WHOLE, from });

test('three weeks at 80 columns', async () => {
  expect(screen(statsOf(await aReportedLog()), 80)).toBe(`
  A path · 4 weeks to Mon 7 Dec

  studied  5 h 03 on 8 of 22 days
  answers  8; right at the first try 6 of 8 (75 %)
  rhythm   8 study days without a long gap – 2 days off may follow

       Nov Dec
  Mon  ▒ ▒ · ·
  Tue  · · ·
  Wed  ▒ ░ ▓
  Thu  · · ·
  Fri  · · ·
  Sat  ▓ · ░
  Sun  · ░ ·
  · none  ░ under 30 min  ▒ under 1 h  ▓ under 2 h  █ 2 h and more

  weeks    █▅▅   1 h 16 a week, 2 h 21 at most
  hours              ▅        █▄▅    mostly from 19:00
           0     6     12    18

  Predicted recall today, the least certain first
  Vectors   █████████████████░░░  87 %
  Matrices  ██████████████████░░  91 %

  reviews  █          ▃                  3 due now, 3 within 7 days, 4 within 28
           today  7      14     21 days

  llmpath report --open · llmpath status · llmpath stats --weeks 52
`);
});

test('at 40 columns a sign stays with its words, and words stand under what they tell', async () => {
  expect(screen(statsOf(await aReportedLog()), 40, ASCII)).toBe(`
  A path - 4 weeks to Mon 7 Dec

  studied  5 h 03 on 8 of 22 days
  answers  8; right at the first try 6
           of 8 (75 %)
  rhythm   8 study days without a long
           gap - 2 days off may follow

       Nov Dec
  Mon  + + . .
  Tue  . . .
  Wed  + - x
  Thu  . . .
  Fri  . . .
  Sat  x . -
  Sun  . - .
  . none  - under 30 min  + under 1 h
  x under 2 h  # 2 h and more

  weeks    #==
           1 h 16 a week, 2 h 21 at most
  hours              =        #-=
           0     6     12    18
           mostly from 19:00

  Predicted recall today, the least
  certain first
  Vectors   #########.  87 %
  Matrices  #########.  91 %

  reviews  #          :
           today  7      14     21 days
           3 due now, 3 within 7 days, 4
           within 28

  llmpath report --open - llmpath status
  llmpath stats --weeks 52
`);
});

test('weeks that do not fit are said, and a column that is several weeks too', async () => {
  const text = screen(statsOf(await aReportedLog(), since('2025-10-06')), 40);
  expect(linesOf(text, 'Mon', 'the last', 'at most', 'most,')).toEqual([
    'Mon  ·····························▒▒··',
    'the last 33 of 62 weeks fit here',
    'most, 3 weeks a column',
  ]);
  // Who looks at a year already needs no word about it.
  expect(text).not.toContain('--weeks 52');
});

test('over more than a year a January bears its number', async () => {
  const text = screen(statsOf(await aReportedLog(), since('2025-10-06')), 80);
  expect(text).toContain(
    '\n          Nov  Dec 2026    Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec\n',
  );
  expect(text).not.toContain('fit here');
});

test('days and weeks before the first study count for nothing', async () => {
  const text = screen(statsOf(await aReportedLog(), since('2026-06-08')), 80);
  expect(linesOf(text, 'studied', 'weeks')).toEqual([
    'studied  5 h 03 on 8 of 22 days',
    'weeks                           █▅▅   1 h 16 a week, 2 h 21 at most',
  ]);
});

test('a history of one day', async () => {
  const first = statsOf(await aReportedLog(), { ...since('2026-11-02'), to: '2026-11-16' });
  expect(linesOf(screen(first, 80), 'studied', 'answers', 'weeks', 'hours')).toEqual([
    'studied  40 min on 1 day',
    'answers  none yet',
    'weeks      █  the first week',
    'hours                       █      mostly from 19:00',
  ]);
});

test('answers without time', async () => {
  const { activity, ...rest } = statsOf(await aReportedLog(), since('2026-12-05'));
  const days = activity.days.map((row) => ({ ...row, minutes: 0 }));
  const text = screen({ ...rest, activity: { ...activity, days, minutes: 0 } }, 80);
  expect(linesOf(text, 'studied', 'answers', 'weeks')).toEqual([
    'studied  no time counted',
    'answers  3; right at the first try 2 of 3 (67 %)',
  ]);
});

test('nothing at all is said in few words', async () => {
  expect(screen(statsOf(await newStore(), since('2026-06-08')), 80)).toBe(`
  A path · 27 weeks to Mon 7 Dec

  studied  nothing yet
  answers  none yet

  llmpath next · llmpath start · llmpath quiz
`);
});

test('a time without study, after one with', async () => {
  const stats = statsOf(await aReportedLog(), since('2026-12-06'));
  const text = screen({ ...stats, activity: { ...stats.activity, days: [], minutes: 0 } }, 80);
  expect(linesOf(text, 'studied', 'weeks', 'hours')).toEqual(['studied  nothing in 2 weeks']);
});

describe('recall', () => {
  const recalls = Array.from({ length: 10 }, (_, i) => ({
    topic: `t${i}`,
    title: `Topic ${i} with a name as long as names of topics may well be`,
    recall: 0.3 + i / 12.9,
  }));

  test('of many topics the least certain are shown, and the others counted', async () => {
    const text = screen({ ...statsOf(await aReportedLog()), recalls }, 80);
    expect(linesOf(text, 'Topic')).toHaveLength(8);
    expect(linesOf(text, 'Topic')[0]).toBe(
      'Topic 0 with a name as long as names of topics m…  ██████░░░░░░░░░░░░░░  30 %',
    );
    expect(text).toContain('\n  and 2 topics more certain than these\n');
  });

  test('is never rounded up to certainty, as in a report', async () => {
    const sure = [{ topic: 'a', title: 'A', recall: 0.998 }];
    const text = screen({ ...statsOf(await aReportedLog()), recalls: sure }, 80);
    expect(linesOf(text, 'A ')).toContain('A  ███████████████████░  99 %');
  });

  test.each([40, 80, 120, 200])('no line is wider than %i columns', async (width) => {
    const text = screen({ ...statsOf(await aReportedLog(), since('2025-10-06')), recalls }, width);
    expect(text.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
  });
});

test('a rhythm that ends today says what carries it on', async () => {
  const stats = statsOf(await aReportedLog());
  const text = screen({ ...stats, streak: { days: 2, buffer: 0 } }, 80);
  expect(linesOf(text, 'rhythm')).toEqual([
    'rhythm   2 study days without a long gap – studying today carries it on',
  ]);
  expect(screen({ ...stats, streak: { days: 1, buffer: 3 } }, 80)).not.toContain('rhythm');
});

test('the first of so many weeks is a Monday', () => {
  expect([firstWeek('2026-12-09', 1), firstWeek('2026-12-09', 3)]).toEqual([
    '2026-12-07',
    '2026-11-23',
  ]);
});
