import { expect, test } from 'vitest';
import { loadPath } from '../../../src/content/load.ts';
import { daysBetween } from '../../../src/domain/day.ts';
import { rangeOf, simulateFinish } from '../../../src/domain/forecast/finish.ts';
import { outlineOf } from '../../../src/domain/path/path.ts';
import { indexPath, type RefIndex } from '../../../src/domain/path/refs.ts';
import { outlookOf } from '../../../src/domain/plan/learner.ts';
import { PROFILES, simulateLife } from '../../helpers/simulated-learner.ts';

const LEARNERS = 200;
const QUARTERS = ['at the start', 'a quarter done', 'half done', 'three quarters done'];

interface Cell {
  count: number;
  byP50: number;
  byP80: number;
  /** Days between the two, summed up. */
  width: number;
}

/** Learners whose lives no constant of the forecast was fitted to. */
const SEED = 20_261_122;

test('the finish of 1,000 simulated learners falls where it was foretold', () => {
  const whole = loadPath('paths/llm').path;
  if (!whole) throw new Error('the bundled path does not load');
  const path = outlineOf(whole);
  const index = indexPath(path) as RefIndex;
  const table = new Map<string, Cell[]>();
  const cellOf = (row: string, quarter: number): Cell => {
    const cells =
      table.get(row) ?? QUARTERS.map(() => ({ count: 0, byP50: 0, byP80: 0, width: 0 }));
    table.set(row, cells);
    return cells[quarter] as Cell;
  };
  for (const [p, profile] of PROFILES.entries()) {
    for (let i = 0; i < LEARNERS; i++) {
      const { looks, finish } = simulateLife(path, index, profile, SEED + 1000 * p + i);
      expect(looks).toHaveLength(QUARTERS.length);
      for (const [quarter, look] of looks.entries()) {
        const outlook = outlookOf(look);
        const { p50, p80 } = rangeOf(simulateFinish(outlook), outlook.from);
        for (const row of [profile, 'all']) {
          const cell = cellOf(row, quarter);
          cell.count += 1;
          cell.byP50 += finish <= p50 ? 1 : 0;
          cell.byP80 += finish <= p80 ? 1 : 0;
          cell.width += daysBetween(p50, p80);
        }
      }
    }
  }
  console.log(render(table));
  for (const { count, byP50, byP80 } of table.get('all') ?? []) {
    expect(count).toBe(LEARNERS * PROFILES.length);
    expect(byP80 / count).toBeGreaterThanOrEqual(0.75);
    expect(byP80 / count).toBeLessThanOrEqual(0.85);
    expect(byP50 / count).toBeGreaterThanOrEqual(0.45);
    expect(byP50 / count).toBeLessThanOrEqual(0.55);
  }
}, 600_000);

/** A row a profile, a column a quarter: finished by P50 and by P80, and the days between the two. */
function render(table: ReadonlyMap<string, readonly Cell[]>): string {
  const percent = (part: number, count: number) =>
    `${Math.round((100 * part) / count)}`.padStart(3);
  const head = ['', ...QUARTERS].map((title) => title.padEnd(22)).join('');
  const rows = [...table].map(([name, cells]) => {
    const texts = cells.map(({ count, byP50, byP80, width }) =>
      `${percent(byP50, count)} % ${percent(byP80, count)} %  ${Math.round(width / count)} d`.padEnd(
        22,
      ),
    );
    return name.padEnd(22) + texts.join('');
  });
  return [head, ...rows].join('\n');
}
