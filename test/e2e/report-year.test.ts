import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { findBrowser, sharedBrowser } from '../helpers/browser.ts';
import { fillYear } from '../helpers/readme.ts';
import { sharedHome } from '../helpers/shared-home.ts';
import { liveAYear, YEAR } from '../helpers/year.ts';

/**
 * The whole year takes minutes, so only CI lives it; elsewhere it is its first six weeks. With
 * `KEEP_YEAR=folder` the reports and what they look like are left there.
 */
const isWhole = Boolean(process.env.CI || process.env.KEEP_YEAR);
const UNTIL = isWhole ? YEAR.to : '2026-02-15';
// `KEEP_YEAR=folder UPDATE_README=1` also writes what the README shows of the year.
const update = process.env.UPDATE_README === '1';
const FORMATS = ['html', 'md', 'json', 'csv', 'ics'] as const;

const newLearner = sharedHome(['path', 'compile']);
const place = findBrowser();
const browser = sharedBrowser(place);
let folder = '';
let report: Report & { schema: string };

const fileOf = (format: (typeof FORMATS)[number]) =>
  join(folder, `llmpath-${format === 'csv' ? 'days' : 'report'}-${UNTIL}.${format}`);

describe('a year of a simulated learner', () => {
  const learnerAt = () => newLearner({ LLMPATH_NOW: `${UNTIL}T21:30:00Z` });

  test('is lived through the commands alone, and told in all five formats', async () => {
    const learner = learnerAt();
    folder = resolve(process.env.KEEP_YEAR ?? join(learner.home, 'reports'));
    mkdirSync(folder, { recursive: true });
    expect(await liveAYear(learner.home, UNTIL)).toBeGreaterThan(100);
    for (const format of FORMATS)
      learner.json('report', '--format', format, '-o', folder, '--force');
    report = JSON.parse(readFileSync(fileOf('json'), 'utf8'));
    expect(report.period).toMatchObject({ from: YEAR.from, to: UNTIL });
    expect(report.activity.studyDays).toBeGreaterThan(isWhole ? 100 : 10);
    expect(report.accuracy.reviews).toBeGreaterThan(isWhole ? 1500 : 150);
    expect(report.topics.filter(({ state }) => state === 'done').length).toBeGreaterThan(1);
    expect(report.burnUp.points.at(-1)?.done).toBe(report.standing.done);
  }, 900_000);

  test('agrees with itself', () => {
    const status = learnerAt().json<{ minutes: { spent: number }; finish: object }>('status');
    expect(report.standing).toMatchObject({ spent: status.minutes.spent, finish: status.finish });
    const rows = parseCsv(readFileSync(fileOf('csv')), { columns: true, bom: true }) as {
      minutes: string;
    }[];
    expect(rows.reduce((sum, { minutes }) => sum + Number(minutes), 0)).toBe(
      report.activity.minutes,
    );
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(fileOf('ics'), 'utf8')));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(
      report.happenings.filter(({ kind }) => kind !== 'note').length,
    );
    expect(statSync(fileOf('html')).size).toBeLessThan(1_000_000);
  });

  test.skipIf(!isWhole)('is what the README shows of it', () => {
    const { stdout } = learnerAt().run('stats', '--weeks', '40');
    const readme = readFileSync('README.md', 'utf8');
    const now = fillYear(readme, stdout);
    if (update) writeFileSync('README.md', now);
    expect(update ? now : readme).toBe(now);
  });

  test.skipIf(place === null).each(['light', 'dark'] as const)(
    'opens with what the README shows: %s',
    async (colorScheme) => {
      const page = await browser().newPage({
        colorScheme,
        viewport: { width: 1000, height: 1180 },
      });
      await page.goto(pathToFileURL(fileOf('html')).href);
      const picture = `test/fixtures/pictures/report-${colorScheme}.png`;
      const shot = await page.screenshot(isWhole && update ? { path: picture } : {});
      expect(readFileSync('README.md', 'utf8')).toContain(picture);
      // Fonts differ from machine to machine, so only the size can be the same.
      expect(sizeOf(readFileSync(picture))).toEqual(sizeOf(shot));
      await page.close();
    },
  );

  test.skipIf(place === null).each([
    ['light', 1280],
    ['dark', 375],
  ] as const)('looks as it should: %s at %i px', async (colorScheme, width) => {
    const page = await browser().newPage({ colorScheme, viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(fileOf('html')).href);
    const path = process.env.KEEP_YEAR && join(folder, `report-${colorScheme}-${width}.png`);
    const shot = await page.screenshot({ fullPage: true, ...(path ? { path } : {}) });
    expect(shot.length).toBeGreaterThan(100_000);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });
});

beforeAll(() => {
  if (!isWhole) console.warn('Only six weeks of the year were lived; CI lives all of it.');
});

/** Width and height of a PNG. */
function sizeOf(png: Buffer): number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
