import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { barChart, columnChart, halves } from '../../src/report/html/charts/bars.ts';
import { heatmap } from '../../src/report/html/charts/heatmap.ts';
import { topicMap } from '../../src/report/html/charts/map.ts';
import { timeAxis } from '../../src/report/html/charts/time-axis.ts';
import { glue } from '../../src/report/html/glue.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { ahead } from '../../src/report/html/sections/ahead.ts';
import { knowledge } from '../../src/report/html/sections/knowledge.ts';
import { anEmptyReport, aReport, WHOLE } from '../helpers/report.ts';

/** The texts of a chart with where they begin, from left to right. */
function textsIn(markup: string): { x: number; text: string }[] {
  return [...markup.matchAll(/<text x="([\d.-]+)"[^>]*>([^<]*)</g)]
    .map(([, x, text]) => ({ x: Number(x), text: text ?? '' }))
    .sort((a, b) => a.x - b.x);
}

describe('months over a heatmap', () => {
  const monthsOf = async (from: string, to: string) => {
    const { text } = heatmap({ ...(await aReport()), period: { ...WHOLE, from, to } });
    return textsIn(text).filter((one) => /^[A-Z][a-z]{2}( \d{4})?$/.test(one.text) && one.x > 0);
  };

  test('are named from the first on, the first and a January with their year', async () => {
    const named = async (from: string, to: string) =>
      (await monthsOf(from, to)).map(({ text }) => text).join(' ');
    expect(await named('2026-05-01', '2026-08-20')).toBe('May 2026 Jun Jul Aug');
    // The first has no room for its year, and is left out where the next begins right after.
    expect(await named('2026-06-20', '2027-01-24')).toBe('Jun Jul Aug Sep Oct Nov Dec Jan 2027');
    expect(await named('2026-06-25', '2026-08-20')).toBe('Jul Aug');
  });

  test('never touch, on whatever day a year of them begins', async () => {
    for (let shift = 0; shift < 366; shift += 5) {
      const from = addDays('2026-01-01', shift);
      const months = await monthsOf(from, addDays(from, 364));
      expect(months.length).toBeGreaterThan(10);
      for (const [i, { x, text }] of months.entries()) {
        expect(x + text.length * 6).toBeLessThan(months[i + 1]?.x ?? 30 + 53 * 13 + 40);
      }
    }
  });
});

describe('a time axis', () => {
  const ticksOf = (from: string, to: string) =>
    textsIn(timeAxis(from, to, 48, 708).ticks(0, 100).text).map(({ text }) => text);

  test.each([
    ['2026-11-10', '2027-03-05', 'Dec 2026, Jan 2027, Feb 2027, Mar 2027'],
    ['2026-06-01', '2027-05-20', 'Jul 2026, Sep 2026, Nov 2026, Jan 2027, Mar 2027, May 2027'],
    [
      '2026-01-05',
      '2027-12-31',
      'Apr 2026, Jul 2026, Oct 2026, Jan 2027, Apr 2027, Jul 2027, Oct 2027',
    ],
    [
      '2026-01-05',
      '2040-01-01',
      'Jan 2028, Jan 2030, Jan 2032, Jan 2034, Jan 2036, Jan 2038, Jan 2040',
    ],
    ['2026-12-02', '2026-12-20', 'Dec 2026'],
  ])('from %s to %s has as many months as fit', (from, to, names) => {
    expect(ticksOf(from, to).join(', ')).toBe(names);
  });
});

test('an arc has the colour of the topic that is needed', async () => {
  const report = await aReport();
  const recalls: Record<string, number> = { vectors: 0.5, matrices: 0.95 };
  const topics = report.topics.map((topic) => ({
    ...topic,
    recall: { today: recalls[topic.id] ?? 0.8, finish: 0 },
  }));
  const arcs = topicMap({ ...report, topics }).text.matchAll(/class="arc (r\d)-line"/g);
  expect([...arcs].map(([, colour]) => colour)).toEqual(['r1', 'r5']);
});

test('bars stand in two groups where they are many, and pairs are never parted', () => {
  const bars = Array.from({ length: 10 }, (_, i) => ({
    name: `${i}`,
    value: 1,
    shown: '1',
    kind: 'bar',
  }));
  const lengths = (count: number, together?: number) =>
    halves(bars.slice(0, count), together).map((group) => group.length);
  expect([lengths(6), lengths(7), lengths(10), lengths(10, 2)]).toEqual([
    [6],
    [4, 3],
    [5, 5],
    [6, 4],
  ]);
  const labels = (groups: (typeof bars)[]) =>
    [...barChart('Recall', groups, 1).text.matchAll(/role="img" aria-label="([^"]*)"/g)].map(
      ([, label]) => label,
    );
  expect(labels([bars])).toEqual(['Recall']);
  expect(labels([bars, [], bars])).toEqual(['Recall, part 1', 'Recall, part 2']);
});

test('a single column is no wider than one of twelve', () => {
  const { text } = columnChart('Weeks', [{ value: 40, tip: '' }], []);
  expect(Number(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/.exec(text)?.[1])).toBeLessThan(60);
});

test.each([
  ['26 of 49 (82 %); 1 h 20 on 3 days', '26 of 49 (82~%); 1~h~20 on 3 days'],
  ['7 Dec 2026 – 1 May 2027, 5 min', '7~Dec~2026 – 1~May~2027, 5~min'],
  ['took 1.25 × of 2 hours', 'took 1.25~× of 2 hours'],
])('no line breaks within a number and its unit: %s', (text, glued) => {
  expect(glue(text)).toBe(glued.replaceAll('~', '\u00a0'));
});

test('a key stays with its words', async () => {
  const page = renderHtml(await aReport());
  expect(page).toContain('<span><span class="key plan"></span>whole plan</span>');
  expect(page).toContain('<span>recall</span><span><span class="key r1"></span>under 60 %</span>');
});

describe('what comes next', () => {
  test('is left out where nothing comes', async () => {
    const report = await aReport();
    const none = report.ahead.reviews.map((one) => ({ ...one, count: 0 }));
    expect(ahead({ ...report, ahead: { ...report.ahead, days: [], reviews: none } })).toBeNull();
  });

  test('are reviews alone, or a plan alone', async () => {
    const report = await aReport();
    const [one, ...rest] = report.ahead.reviews.map((each) => ({ ...each, count: 0 }));
    if (!one) throw new Error('the report has reviews to come');
    const reviews = [{ ...one, count: 1 }, ...rest];
    const alone = ahead({ ...report, ahead: { ...report.ahead, days: [], reviews } })?.text;
    expect(alone).toContain('1 review falls due within seven days.');
    const planned = ahead({ ...report, ahead: { ...report.ahead, reviews: rest } })?.text;
    expect(planned).toContain('<ol class="plan"><li>');
    expect(planned).not.toContain('<figure>');
  });
});

test('kinds of question that were not asked have no bar, and none has a word of code for a name', async () => {
  const report = await aReport();
  const byKind = [
    { key: 'truefalse', reviews: 1, right: 1 },
    { key: 'matrix', reviews: 0, right: 0 },
  ];
  const text = knowledge({ ...report, accuracy: { ...report.accuracy, byKind } })?.text;
  expect(text).toContain('true or false: 1 of 1');
  expect(text).not.toContain('matrix: ');
});

test('the head says of whom and when, and as of when only where that is another day', async () => {
  const head = (page: string) =>
    /<\/h1>\n<p>([^<]*)<\/p>/.exec(page)?.[1]?.replaceAll('\u00a0', ' ');
  const report = await aReport();
  expect(head(renderHtml(report))).toBe('Ada Example · 16 Nov 2026 – 7 Dec 2026');
  const week = { ...WHOLE, from: '2026-11-16', to: '2026-11-22' };
  expect(head(renderHtml({ ...report, period: week }))).toBe(
    'Ada Example · 16 Nov 2026 – 22 Nov 2026 · as of 7 Dec 2026',
  );
  expect(head(renderHtml(await anEmptyReport()))).toBe('7 Dec 2026');
});

test('an empty history begins at nothing, and a history of one day is told', async () => {
  const empty = await anEmptyReport();
  expect(heightsOf(renderHtml(empty), 'done')).toEqual([270]);
  expect(heightsOf(renderHtml(empty), 'spent')).toEqual([270]);
  const report = await aReport();
  const one = { ...report.activity, days: report.activity.days.slice(0, 1) };
  expect(renderHtml({ ...report, activity: one })).toContain('<h3>Study days</h3>');
  expect(renderHtml(empty)).toContain('<p>Nothing was recorded in this period.</p>');
});

test('the burn-up rises from nothing, also where all was done on one day', async () => {
  const report = await aReport();
  const points = report.burnUp.points.slice(-1);
  const page = renderHtml({ ...report, burnUp: { ...report.burnUp, points } });
  for (const of of ['done', 'spent']) {
    const heights = heightsOf(page, of);
    expect([heights[0], heights.length]).toEqual([270, 2]);
  }
});

/** How far down the line of a burn-up lies, each height once; 270 is nothing at all. */
function heightsOf(page: string, of: string): number[] {
  const [, line = ''] = new RegExp(`<path d="([^"]*)" class="series ${of}"`).exec(page) ?? [];
  return [...new Set([...line.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y)))];
}
