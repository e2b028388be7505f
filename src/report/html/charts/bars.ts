import { scaleBand, scaleLinear } from 'd3-scale';
import { html, type Markup } from '../markup.ts';
import { line, n, svg, text, tipOf } from '../svg.ts';

/** One bar: its name, its length, and what is said at its end. */
export interface Bar {
  name: string;
  value: number;
  shown: string;
  /** A class for its colour. */
  kind: string;
  /** A second value on the same scale, drawn as a mark. */
  mark?: number;
}

const WIDTH = 360;
const END = 104;
const ROW = 36;
const BAR = 13;
const NAME = 14;
const LONGEST_NAME = 56;
const MOST_IN_ONE = 6;

/**
 * Bars from left to right, each under its name and with its value behind: they fit a phone. Groups
 * stand side by side where there is room.
 */
export function barChart(label: string, groups: readonly (readonly Bar[])[], most: number): Markup {
  const shown = groups.filter((bars) => bars.length > 0);
  return html`<div class="bars">${shown.map((bars, i) =>
    barGroup(shown.length === 1 ? label : `${label}, part ${i + 1}`, bars, most),
  )}</div>`;
}

/** Many bars as two groups of about the same length; `together` of them are never parted. */
export function halves(bars: readonly Bar[], together = 1): (readonly Bar[])[] {
  if (bars.length <= MOST_IN_ONE) return [bars];
  const middle = together * Math.ceil(bars.length / 2 / together);
  return [bars.slice(0, middle), bars.slice(middle)];
}

function barGroup(label: string, bars: readonly Bar[], most: number): Markup {
  const x = scaleLinear([0, Math.max(most, 1e-9)], [0, WIDTH - END]);
  const y = scaleBand(
    bars.map((_, i) => `${i}`),
    [0, bars.length * ROW],
  );
  return svg(
    WIDTH,
    bars.length * ROW,
    label,
    html`${bars.map(({ name, value, shown, kind, mark }, i) => {
      const top = (y(`${i}`) ?? 0) + NAME + 4;
      return html`${text(cut(name), { x: 0, y: top - 5, kind: 'label' })}
<rect x="0" y="${n(top)}" width="${WIDTH - END}" height="${BAR}" class="track"/>
<rect x="0" y="${n(top)}" width="${n(x(value))}" height="${BAR}" class="${kind}" data-value="${Math.round(value * 1e6) / 1e6}"${tipOf(`${name}: ${shown}`)}/>
${mark === undefined ? null : line(x(mark), top - 2, x(mark), top + BAR + 2, 'mark')}
${text(shown, { x: WIDTH - END + 8, y: top + BAR - 2 })}`;
    })}`,
  );
}

function cut(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

export interface Column {
  value: number;
  tip: string;
}

/** A few columns are no wider than these many would be. */
const FEWEST_COLUMNS = 12;
const HOUR = 60;

/** Columns of minutes side by side, as for the hours of a day or the weeks of a year. */
export function timeColumns(
  label: string,
  columns: readonly Column[],
  ticks: readonly { at: number; name: string }[],
): Markup {
  const isLong = columns.some(({ value }) => value > 2 * HOUR);
  return columnChart(label, columns, ticks, isLong ? HOUR : 1, isLong ? ' h' : ' min');
}

/** Columns side by side; their axis counts in `unit`s. */
export function columnChart(
  label: string,
  columns: readonly Column[],
  ticks: readonly { at: number; name: string }[],
  unit = 1,
  suffix = '',
): Markup {
  const [width, height, left, bottom] = [720, 170, 48, 146];
  const places = Math.max(columns.length, FEWEST_COLUMNS);
  const x = scaleBand(
    Array.from({ length: places }, (_, i) => `${i}`),
    [left, width - 6],
  ).padding(columns.length > 80 ? 0.1 : 0.25);
  const y = scaleLinear(
    [0, Math.max(1, ...columns.map(({ value }) => value / unit))],
    [bottom, 12],
  ).nice(4);
  return svg(
    width,
    height,
    label,
    html`${y.ticks(4).map((value) => html`${line(left, y(value), width - 6, y(value), 'grid')}${text(`${value}${suffix}`, { x: left - 6, y: y(value) + 4, anchor: 'end' })}`)}
${columns.map(
  (
    { value, tip },
    i,
  ) => html`<rect x="${n(x(`${i}`) ?? 0)}" y="${n(y(value / unit))}" width="${n(x.bandwidth())}" height="${n(bottom - y(value / unit))}" class="bar" data-value="${value}"${tipOf(tip)}/>
`,
)}${ticks.map(({ at, name }) => text(name, { x: x(`${at}`) ?? 0, y: bottom + 16 }))}`,
  );
}
