import { addDays, type Day, type Zone } from '../day.ts';
import type { Event } from '../event/event.ts';
import type { Outline } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import type { Progress } from '../progress/progress.ts';
import { measureStreak, type Streak } from '../progress/streak.ts';
import { askedRefs } from '../quiz/bank.ts';
import type { Remembered } from '../quiz/choose.ts';
import { meanRecalls } from '../quiz/weakness.ts';
import { measureActivity } from './activity.ts';
import type { DayCounts } from './input.ts';
import { forecastReviews } from './knowledge.ts';
import type { Period } from './period.ts';
import type { Activity } from './report.ts';

/** What the terminal shows of the last weeks. */
export interface Stats {
  period: Period;
  /** The first day of the period on which the learner had begun; its last where nothing was ever done. */
  since: Day;
  activity: Activity;
  /** Answers of the period, those that were the first of their day, and the right ones of these. */
  answers: number;
  reviews: number;
  right: number;
  streak: Streak;
  /** Predicted recall today of topics that were asked about, the least certain first. */
  recalls: { topic: string; title: string; recall: number }[];
  /** Reviews due on each of the next 28 days, today's with all that is overdue. */
  due: { day: Day; count: number }[];
}

/** What predicting recall and the next reviews needs of a question. */
export type Recalled = Pick<Remembered, 'topic' | 'concept' | 'memory' | 'reviewed' | 'due'>;

export interface StatsInput {
  index: RefIndex<Outline>;
  progress: Progress;
  today: Day;
  zone: Zone;
  period: Period;
  minutes: ReadonlyMap<Day, number>;
  days: readonly DayCounts[];
  events: readonly Event[];
  /** Every question answered. */
  remembered: ReadonlyMap<string, Recalled>;
}

const DUE_DAYS = 28;

export function measureStats(input: StatsInput): Stats {
  const { index, progress, period, today, minutes, remembered } = input;
  const activity = measureActivity(period, minutes, input.days, input.events, input.zone);
  const total = (of: 'answers' | 'reviews' | 'right') =>
    activity.days.reduce((sum, row) => sum + row[of], 0);
  const isIn = (topic: string) => {
    const entry = progress.get(topic);
    return entry !== undefined && entry.state !== 'skipped';
  };
  const recalls = [...meanRecalls(remembered.values(), 'topic', today)]
    .filter(([topic]) => isIn(topic))
    .map(([topic, recall]) => ({ topic, title: index.topics.get(topic)?.title ?? topic, recall }))
    .sort((a, b) => a.recall - b.recall || (a.topic < b.topic ? -1 : 1));
  const asked = askedRefs(index);
  const counts = (ref: string) => asked.has(ref) && isIn(ref.slice(0, ref.indexOf('/')));
  const ahead = Array.from({ length: DUE_DAYS }, (_, i) => addDays(today, i));
  return {
    period,
    since: sinceOf(period, [...minutes.keys(), ...activity.days.map(({ day }) => day)]),
    activity,
    answers: total('answers'),
    reviews: total('reviews'),
    right: total('right'),
    streak: measureStreak(minutes, today),
    recalls,
    due: forecastReviews(remembered, ahead, counts),
  };
}

function sinceOf({ from, to }: Period, days: readonly Day[]): Day {
  const first = days.reduce((a, b) => (a < b ? a : b), to);
  return first > from ? first : from;
}
