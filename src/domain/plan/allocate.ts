import { type Day, daysBetween } from '../day.ts';
import type { Outline } from '../path/path.ts';
import type { Progress, TopicProgress } from '../progress/progress.ts';
import { type Days, daysToSunday, openDays } from './days.ts';
import { type Lanes, openLanes, openWaits } from './lanes.ts';
import { orderTopics } from './order.ts';
import type { Pace } from './pace.ts';
import type { Plan, PlannedDay } from './plan.ts';
import { type Ledger, MOST_REVIEWS, openLedger, type ReviewsAhead } from './reviews.ts';
import { SHORTEST_ROOM } from './sitting.ts';
import {
  leastMinutes,
  newQuestions,
  practiceShare,
  type Slack,
  shareOfWeek,
  stagesOf,
  TIGHT,
  USUAL,
} from './stage.ts';
import { compress, type Window } from './windows.ts';

/** Everything a plan follows from. */
export interface Situation {
  path: Outline;
  progress: Progress;
  today: Day;
  /** The first day to plan. */
  from: Day;
  /** Minutes of a day, by its distance from `from`. */
  minutesOn: (offset: number) => number;
  /** Minutes of the first day that are gone. */
  spent: number;
  pace: Pace;
  reviews: ReviewsAhead;
  windows: readonly Window[];
  /** The day the learner wants to be done by. */
  target: Day | null;
}

/**
 * Lays what is left on study days: topics in the order `next` would take them, in sittings that a
 * person can do, with room for reviews and some slack a week, each phase in its window as long as that
 * can be held. Where the target would be missed, practice and slack give way first.
 */
export function allocate(situation: Situation): Plan {
  const { progress, today, from, target } = situation;
  const order = orderTopics(progress, today);
  const usual = layOut(situation, order, situation.windows, USUAL);
  if (target === null || usual.end <= target || target <= from) return usual;
  const windows = compress(situation.windows, daysBetween(from, target));
  const tight = layOut(situation, order, windows, TIGHT);
  return tight.end < usual.end ? { ...tight, tight: true } : usual;
}

function layOut(
  { path, from, minutesOn, spent, pace, reviews }: Situation,
  order: readonly TopicProgress[],
  windows: readonly Window[],
  slack: Slack,
): Plan {
  const ledger = openLedger(reviews);
  const days = openDays(from, minutesOn, spent, ledger);
  const waits = openWaits(order);
  const dependents = dependentsIn(order);
  let minutesLeft = 0;
  let unplaced = 0;
  for (const stage of stagesOf(order, windows)) {
    const last = Math.max(stage.window.last, days.reach(leastMinutes(stage, pace, slack)));
    const foretold = ledger.expected(days.at(), last, newQuestions(stage));
    const practice = practiceShare(stage, pace, days.until(last), foretold, slack);
    const lanes = openLanes(stage.entries, pace, practice, waits, dependents);
    minutesLeft += lanes.left();
    if (unplaced === 0) {
      const window = { ...stage.window, last };
      fillWindow(lanes, window, foretold, slack, { days, ledger, from });
    }
    unplaced += lanes.left();
    while (stage.window.chosen && days.at() <= stage.window.last && days.next());
  }
  const all = days.planned();
  const hasWork = ({ blocks }: PlannedDay) => blocks.some(({ kind }) => kind !== 'review');
  const end = all.filter(hasWork).at(-1)?.day ?? from;
  const planned = all.filter(({ day }) => day <= end);
  const phases = spanPhases(path, planned);
  return { from, days: planned, phases, end, minutesLeft, unplaced, tight: false };
}

/** Places what a stage holds, week by week. */
function fillWindow(
  lanes: Lanes,
  window: Window,
  foretold: number,
  slack: Slack,
  { days, ledger, from }: { days: Days; ledger: Ledger; from: Day },
): void {
  const first = days.at();
  const length = Math.max(1, window.last - first + 1);
  let week = -1;
  let quota = 0;
  while (lanes.left() > 0) {
    const sunday = days.at() + daysToSunday(from, days.at());
    if (sunday !== week) {
      week = sunday;
      const reviews = (foretold * Math.max(0, window.last - days.at())) / length;
      const net = days.until(window.last) - reviews;
      const time = days.until(sunday);
      const ofReviews = ledger.expected(days.at() + 1, sunday, 0);
      const ofWeek = time - Math.min(ofReviews, time * MOST_REVIEWS);
      const share = shareOfWeek(lanes.left(), net, slack, window.chosen);
      // A week of minutes has none to spare.
      quota = Math.max(share * ofWeek, Math.min(ofWeek, SHORTEST_ROOM));
    }
    const room = Math.floor(Math.min(days.room(), quota));
    if (room >= Math.min(SHORTEST_ROOM, days.capacity())) quota -= lanes.fill(days, room);
    if (lanes.left() > 0 && !days.next()) return;
  }
}

function dependentsIn(order: readonly TopicProgress[]): Map<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const { topic, waitingFor } of order) {
    for (const need of waitingFor) {
      const ids = dependents.get(need);
      if (ids) ids.push(topic.id);
      else dependents.set(need, [topic.id]);
    }
  }
  return dependents;
}

function spanPhases(path: Outline, days: readonly PlannedDay[]): Plan['phases'] {
  const spans = new Map<string, { start: Day; end: Day }>();
  for (const { day, blocks } of days) {
    for (const { phase } of blocks) {
      if (phase === null) continue;
      const span = spans.get(phase);
      if (span) span.end = day;
      else spans.set(phase, { start: day, end: day });
    }
  }
  return path.phases.flatMap(({ id }) => {
    const span = spans.get(id);
    if (!span) return [];
    return [
      { id, ...span, weeks: Math.max(1, Math.round((daysBetween(span.start, span.end) + 1) / 7)) },
    ];
  });
}
