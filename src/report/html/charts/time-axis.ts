import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { addDays, type Day, daysBetween, partsOfDay } from '../../../domain/day.ts';
import { sayMonth } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { line, text } from '../svg.ts';

/** Where days stand from left to right. */
export interface TimeAxis {
  x(day: Day): number;
  /** Lines and names of months, quarters or years, as many as fit, from `top` to `bottom`. */
  ticks(top: number, bottom: number): Markup;
}

const PIXELS_A_TICK = 70;
/** Months between ticks that read well. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

export function timeAxis(from: Day, to: Day, left: number, right: number): TimeAxis {
  const days = Math.max(1, daysBetween(from, to));
  const scale: ScaleLinear<number, number> = scaleLinear([0, days], [left, right]);
  const x = (day: Day) => scale(daysBetween(from, day));
  const most = Math.max(1, Math.floor((right - left) / PIXELS_A_TICK));
  return {
    x,
    ticks: (top, bottom) =>
      html`${monthsBetween(from, to, most).map(
        (day) =>
          html`${line(x(day), top, x(day), bottom, 'grid')}${text(sayMonth(day), {
            x: x(day),
            y: bottom + 16,
            anchor: x(day) > right - PIXELS_A_TICK / 2 ? 'end' : 'middle',
          })}`,
      )}`,
  };
}

/** First days of months, evenly apart, at most `most`; the first day itself where there is none. */
function monthsBetween(from: Day, to: Day, most: number): Day[] {
  const months: Day[] = [];
  for (let day = firstOfMonth(from); day <= to; day = firstOfMonth(addDays(day, 31))) {
    if (day >= from) months.push(day);
  }
  if (months.length === 0) return [from];
  const step = STEPS.find((each) => months.length / each <= most) ?? months.length;
  const isOnStep = (day: Day) => {
    const { year, month } = partsOfDay(day);
    return (year * 12 + month - 1) % step === 0;
  };
  return months.filter(isOnStep);
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}
