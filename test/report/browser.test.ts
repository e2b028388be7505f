import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { findBrowser, sharedBrowser } from '../helpers/browser.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { anEmptyReport, aReport, HOSTILE } from '../helpers/report.ts';

const place = findBrowser();
const browser = sharedBrowser(place);

const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

interface Look {
  scheme?: 'light' | 'dark';
  width?: number;
  script?: boolean;
}

/** Opens a report from disk; gives the page with every complaint and every address it asked for. */
async function open(report: Report, { scheme = 'light', width = 1280, script = true }: Look = {}) {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, renderHtml(report));
  const context = await browser().newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  expect(complaints).toEqual([]);
  expect(requests).toEqual([address]);
  return page;
}

describe.skipIf(place === null)('in a browser', () => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 375],
    ['dark', 375],
  ] as const)(
    '%s at %i px: nothing overflows, every chart has size, axe has nothing serious',
    async (scheme, width) => {
      const page = await open(await aReport(), { scheme, width });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      const charts = await page.locator('.chart svg').evaluateAll((all) =>
        all.map((chart) => {
          const { width: wide, height } = chart.getBoundingClientRect();
          return Math.min(wide, height);
        }),
      );
      expect(charts.length).toBeGreaterThanOrEqual(9);
      expect(charts.every((size) => size > 60)).toBe(true);
      await page.evaluate(
        "for (const details of document.querySelectorAll('details')) details.open = true",
      );
      expect(await seriousFindings(page)).toEqual([]);
    },
  );

  test('the two schemes differ', async () => {
    const colours = [];
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(await aReport(), { scheme });
      colours.push(await page.evaluate(BACKGROUND));
    }
    expect(colours).toEqual(['rgb(251, 250, 247)', 'rgb(20, 24, 31)']);
  });

  test('charts agree with the tables behind them', async () => {
    const report = await aReport();
    const page = await open(report);
    for (const [title, column, total] of [
      ['Study days', 1, report.activity.minutes],
      ['Week by week', 2, report.activity.minutes],
      ['Was the prediction right?', 1, report.calibration.reviews],
      ['Reviews to come', 1, report.ahead.reviews.reduce((sum, { count }) => sum + count, 0)],
      ['Time of day', 1, report.activity.hours.reduce((sum, minutes) => sum + minutes, 0)],
    ] as const) {
      const figure = page
        .locator('figure')
        .filter({ has: page.getByRole('heading', { name: title }) });
      const inChart = await figure
        .locator('[data-value]')
        .evaluateAll((marks) => marks.map((mark) => Number(mark.getAttribute('data-value'))));
      const inTable = await figure
        .locator('tbody tr')
        .evaluateAll(
          (rows, place) => rows.map((row) => Number(row.children[place]?.getAttribute('data-by'))),
          column,
        );
      expect([title, sum(inChart), sum(inTable)]).toEqual([title, total, total]);
      expect(total).toBeGreaterThan(0);
    }
    const recall = page
      .locator('figure')
      .filter({ has: page.getByRole('heading', { name: 'Recall by topic' }) });
    const inBars = await recall
      .locator('[data-value]')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-value')));
    const [topics, concepts] = [recall.locator('table').first(), recall.locator('table').last()];
    const inTable = await topics
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.children[1]?.getAttribute('data-by')));
    expect(inBars).toHaveLength(2);
    expect(inTable).toEqual(inBars);
    expect(await concepts.locator('tbody tr').count()).toBe(3);
  });

  test('hostile texts stay texts', async () => {
    const page = await open(await aReport(HOSTILE));
    expect(await page.title()).toContain('<script>alert(1)</script>');
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  test('an empty history is a page too', async () => {
    const page = await open(await anEmptyReport(), { width: 375 });
    expect(await page.textContent('main')).toContain('Nothing was recorded in this period.');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('a heading sorts its table by keyboard, and marks tell their number when pointed at', async () => {
    const page = await open(await aReport());
    const figure = page
      .locator('figure')
      .filter({ has: page.getByRole('heading', { name: 'Study days' }) });
    await figure.locator('summary').press('Enter');
    const minutes = () => figure.locator('tbody tr td:nth-child(2)').allTextContents();
    const before = await minutes();
    const heading = figure.getByRole('button', { name: 'Studied' });
    await heading.press('Enter');
    const up = await minutes();
    await heading.press('Enter');
    const down = await minutes();
    expect(up).toEqual([...down].reverse());
    expect(up[0]).toBe('6 min');
    expect(before).not.toEqual(up);
    expect(await figure.locator('th[aria-sort=descending]').textContent()).toBe('Studied');
    await figure
      .locator('rect[data-value="70"], rect[data-value="41"], rect[data-value="40"]')
      .first()
      .hover();
    expect(await page.locator('#tip').textContent()).toMatch(/^\d+ \w+ 2026: .*min/);
  });

  test('without scripts everything can be read', async () => {
    const page = await open(await aReport(), { script: false });
    expect(await page.locator('table').count()).toBeGreaterThan(8);
    expect(await page.locator('h2').allTextContents()).toContain('What I know');
  });

  test.each(['A4', 'Letter'])('prints on %s', async (format) => {
    const page = await open(await aReport(), { scheme: 'dark' });
    const pdf = await page.pdf({ format, printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(16);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(BACKGROUND)).toBe('rgb(255, 255, 255)');
  });
});

test('the tests in a browser ran, or are said to be left out', () => {
  if (place === null)
    console.warn('LEFT OUT: no Chromium, so the page was not opened in a browser.');
  expect(place === null && Boolean(process.env.CI)).toBe(false);
});

/** What axe-core finds that is serious or worse, as `rule: element`. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 120)}`),
    );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
