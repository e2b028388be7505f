import { type Day, daysBetween, partsOfDay, weekday } from '../domain/day.ts';
import type { Finish } from '../domain/forecast/finish.ts';
import type { Period } from '../domain/report/period.ts';
import type {
  Happening,
  MilestoneRow,
  Report,
  TopicRow,
  Weakness,
} from '../domain/report/report.ts';

/** What every format says in the same words. Days carry their year: a report is kept. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `7 Dec 2026`. */
export function sayDay(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `Mon 7 Dec`. */
export function sayWeekday(day: Day): string {
  const { month, date } = partsOfDay(day);
  return `${WEEKDAYS[weekday(day)]} ${date} ${MONTHS[month - 1]}`;
}

/** `Dec 2026`. */
export function sayMonth(day: Day): string {
  const { year, month } = partsOfDay(day);
  return `${MONTHS[month - 1]} ${year}`;
}

export function sayPeriod({ from, to, kind, phase }: Period): string {
  const days = from === to ? sayDay(from) : `${sayDay(from)} – ${sayDay(to)}`;
  return kind === 'phase' && phase !== null ? `${days} (${phase})` : days;
}

/** Of whom and when a report tells: `Ada Example · 1 Dec 2026 – 7 Dec 2026`. */
export function sayAbout({ learner, period, day }: Report): string {
  const asOf = period.to === day ? [] : [`as of ${sayDay(day)}`];
  return [...(learner === null ? [] : [learner]), sayPeriod(period), ...asOf].join(' · ');
}

const FAR_DAYS = 365 * 20;

/** `23 Sep 2027 – 20 Oct 2027`, an estimate that looks like one. */
export function sayFinish(finish: Finish | null, today: Day): string {
  if (finish === null) return 'all done';
  if (daysBetween(today, finish.p50) >= FAR_DAYS) return 'more than twenty years from now';
  if (finish.p50 === finish.p80) return sayDay(finish.p50);
  return `${sayDay(finish.p50)} – ${sayDay(finish.p80)}`;
}

/** The finish range against the day wanted. */
export function sayTarget({ target, finish }: Report['standing']): string | null {
  if (target === null) return null;
  const wanted = `wanted by ${sayDay(target)}`;
  if (finish === null) return wanted;
  if (finish.p80 <= target) return `${wanted}: within reach`;
  return finish.p50 <= target ? `${wanted}: may just be reached` : `${wanted}: later than that`;
}

/** A share as whole per cent; never rounded to all or nothing. */
export function sayShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '99 %';
  if (percent === 0 && share > 0) return '1 %';
  return `${percent} %`;
}

/** `9 of 12 (75 %)`; a dash for none. */
export function sayScore(right: number, of: number): string {
  return of === 0 ? '–' : `${right} of ${of} (${sayShare(right / of)})`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function sayTopicState({ state, overruled, percent }: TopicRow): string {
  if (state === 'done') return overruled ? 'done by own word' : 'done';
  if (state === 'started') return `started, ${percent} %`;
  return { locked: 'waiting', ready: 'ready', skipped: 'left out' }[state];
}

export const MILESTONE_STATES: Record<MilestoneRow['state'], string> = {
  open: 'open',
  done: 'done',
  skipped: 'left out',
};

export const HAPPENINGS: Record<Happening['kind'], string> = {
  studied: 'studied',
  quiz: 'quiz',
  resource: 'resource done',
  topic: 'topic done',
  milestone: 'milestone done',
  'left-out': 'left out',
  'taken-in': 'taken in again',
  note: 'note',
};

const KINDS: Record<string, string> = { truefalse: 'true or false' };

/** A kind of question. */
export function sayKind(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** `3 reviews fall due`. */
export function sayDue(reviews: number): string {
  return `${plural(reviews, 'review')} ${reviews === 1 ? 'falls' : 'fall'} due`;
}

export function sayRoot(root: NonNullable<Weakness['root']>): string {
  const why = {
    'left-out': 'which was left out',
    overruled: 'which was called done before its questions showed it',
    fading: 'which is fading itself',
  }[root.reason];
  return `it rests on ${root.title}, ${why}`;
}

/** How sure the memory model was against what happened, in a sentence. */
export function sayCalibration({
  reviews,
  predicted,
  observed,
  logLoss,
}: Report['calibration']): string {
  if (reviews === 0 || predicted === null || observed === null || logLoss === null) {
    return 'No question was asked a second time in this period, so nothing can be compared yet.';
  }
  const [said, was] = [Math.round(predicted * 100), Math.round(observed * 100)];
  const close =
    Math.abs(said - was) <= 3 ? 'close together' : said > was ? 'too hopeful' : 'too careful';
  return `Over ${plural(reviews, 'review')} recall was predicted as ${said} % and was ${was} %: ${close}. Log loss ${logLoss.toFixed(3)}.`;
}

/** The rhythm of the last weeks, without a chain that could break; null for no more than a day. */
export function sayStreak({ days, buffer }: Report['standing']['streak']): string | null {
  if (days <= 1) return null;
  const rest =
    buffer === 0 ? 'studying today carries it on' : `${plural(buffer, 'day')} off may follow`;
  return `Studied on ${plural(days, 'day')} without a long gap; ${rest}.`;
}
