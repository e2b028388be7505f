import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { renderCsv, TABLES } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderIcs } from '../../src/report/ics/done.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/md/markdown.ts';
import { REPORT_SCHEMA, reportJsonSchema } from '../../src/report/schema.ts';
import { anEmptyReport, aReport, HOSTILE } from '../helpers/report.ts';

const FORMATS: [file: string, render: (report: Report) => string][] = [
  ['report.html', renderHtml],
  ['report.md', renderMarkdown],
  ['report.json', renderJson],
  ['report.ics', renderIcs],
  ...TABLES.map((table): [string, (report: Report) => string] => [
    `${table}.csv`,
    (report) => renderCsv(report, table),
  ]),
];

// `UPDATE_REPORTS=1 npx vitest run test/report/formats.test.ts` writes what is rendered now.
const update = process.env.UPDATE_REPORTS === '1';

describe.each(FORMATS)('%s', (file, render) => {
  test('is what the fixture says', async () => {
    const rendered = render(await aReport());
    const fixture = `test/fixtures/report/${file}`;
    if (update) writeFileSync(fixture, rendered);
    expect(rendered).toBe(readFileSync(fixture, 'utf8'));
  });

  test('is the same each time', async () => {
    expect(render(await aReport())).toBe(render(await aReport()));
  });

  test.each([
    ['a report', () => aReport()],
    ['an empty history', () => anEmptyReport()],
    ['hostile texts', () => aReport(HOSTILE)],
  ])('of %s ends with a newline and has no control codes', async (_, make) => {
    const rendered = render(await make());
    expect(rendered.endsWith('\n')).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there
    expect(rendered).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/);
  });
});

test('there is a format for each fixture, and none without', () => {
  const files = FORMATS.map(([file]) => file);
  expect(files.sort()).toEqual(readdirSync('test/fixtures/report').sort());
});

test('a calendar of nothing says so, since one without events is none', async () => {
  const calendar = new ICAL.Component(ICAL.parse(renderIcs(await anEmptyReport())));
  const [only, ...others] = calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  expect(others).toEqual([]);
  expect(only?.summary).toMatch(/^Nothing was recorded: /);
  expect(only?.startDate.isDate).toBe(true);
});

test('every format tells the same totals', async () => {
  const report = await aReport();
  const minutes = report.activity.minutes;
  const answers = report.accuracy.answers;
  expect({ minutes, answers }).toEqual({ minutes: 303, answers: 8 });
  const json = JSON.parse(renderJson(report)) as Report & { answers: unknown[] };
  expect(json.activity.minutes).toBe(minutes);
  expect(json.answers).toHaveLength(answers);
  const days = csvRows(renderCsv(report, 'days'));
  expect(sumOf(days, 'minutes')).toBe(minutes);
  expect(sumOf(days, 'answers')).toBe(answers);
  expect(csvRows(renderCsv(report, 'answers'))).toHaveLength(answers);
  expect(sumOf(csvRows(renderCsv(report, 'topics')), 'answers')).toBe(answers);
  expect(sumOf(csvRows(renderCsv(report, 'events')), 'minutes')).toBe(minutes);
  const markdown = renderMarkdown(report);
  expect(markdown).toContain('5 h 03 on 8 study days');
  expect(markdown).toContain(`${answers} answers`);
  expect(renderHtml(report)).toContain('<strong>5\u00a0h\u00a003</strong>');
  const calendar = new ICAL.Component(ICAL.parse(renderIcs(report)));
  const timed = calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .filter((event) => !event.startDate.isDate);
  const inCalendar = timed.reduce((sum, { duration }) => sum + duration.toSeconds() / 60, 0);
  const told = report.happenings.filter((one) => one.timed);
  expect(inCalendar).toBe(told.reduce((sum, one) => sum + (one.minutes ?? 0), 0));
});

test('the JSON is as its schema says, to the last key', async () => {
  for (const report of [await aReport(), await anEmptyReport()]) {
    const found = REPORT_SCHEMA.safeParse(JSON.parse(renderJson(report)));
    expect(found.error?.issues ?? []).toEqual([]);
  }
  const extra = { ...JSON.parse(renderJson(await aReport())), more: 1 };
  expect(REPORT_SCHEMA.safeParse(extra).success).toBe(false);
  expect(JSON.parse(reportJsonSchema())).toMatchObject({ type: 'object' });
});

test('a calendar file has an event for each thing done, and says what a stranger wrote as text', async () => {
  const report = await aReport(HOSTILE);
  const calendar = new ICAL.Component(ICAL.parse(renderIcs(report)));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events).toHaveLength(report.happenings.filter(({ kind }) => kind !== 'note').length);
  expect(events.every(({ summary }) => !summary.includes('\n'))).toBe(true);
  expect(events[0]?.summary).toContain('=cmd|"/c calc"!A1 <script>alert(1)</script>');
  const day = events.find(({ startDate }) => startDate.isDate);
  expect(day?.endDate.subtractDate(day.startDate).toSeconds()).toBe(86_400);
});

test('no cell of a spreadsheet is a formula, and every row has all columns', async () => {
  const report = await aReport();
  const notes = report.happenings.map((one) => ({ ...one, title: HOSTILE }));
  for (const sign of ['=', '+', '-', '@']) {
    const text = renderCsv(
      { ...report, happenings: notes.map((one) => ({ ...one, title: `${sign}1+1` })) },
      'events',
    );
    expect(csvRows(text).map(({ title }) => title)).toEqual(notes.map(() => `'${sign}1+1`));
  }
  const rows = csvRows(renderCsv({ ...report, happenings: notes }, 'events'));
  expect(rows.map(({ title }) => title)).toEqual(notes.map(() => `'${HOSTILE}`));
  expect(renderCsv(report, 'days').startsWith('\uFEFFday,minutes,')).toBe(true);
  expect(renderCsv(report, 'days').replaceAll('\r\n', '')).not.toContain('\n');
});

test('hostile texts are text in a page and in Markdown', async () => {
  const report = await aReport(HOSTILE);
  const page = renderHtml(report);
  expect(page).not.toContain('<script>alert');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const markdown = renderMarkdown(report);
  expect(markdown).not.toMatch(/(?<!\\)<script/);
  expect(markdown).not.toMatch(/(?<!\\)\[x\]\(javascript/);
  const tables = markdown.split('\n').filter((line) => line.startsWith('|'));
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.every((line) => line.endsWith('|'))).toBe(true);
});

test('formulas are MathML in a page, and stay readable in Markdown', async () => {
  const report = await aReport();
  expect(renderHtml(report)).toMatch(/<math [^>]*><semantics><mrow><msqrt>/);
  expect(renderMarkdown(report)).toContain('$`\\sqrt{3^2 + 4^2} = 5`$');
});

function csvRows(text: string): Record<string, string>[] {
  return parseCsv(text, { columns: true, bom: true }) as Record<string, string>[];
}

function sumOf(rows: readonly Record<string, string>[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

test('a period without answers says so, in Markdown once', async () => {
  const report = await aReport();
  const none = { answers: 0, reviews: 0, right: 0, byKind: [], byDifficulty: [] };
  const markdown = renderMarkdown({ ...report, accuracy: none });
  expect(markdown).toContain('No question was answered in this period.');
  expect(markdown).not.toContain('a second time');
});
