import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekday } from '../../src/domain/day.ts';
import { seeded } from '../../src/domain/seeded.ts';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { answerAll, driveQuiz, rightAnswer, wrongAnswer } from '../helpers/quiz.ts';

const START = '2026-12-07';
/** Minutes the learner said they have; Monday first. */
const HOURS = 'tue=2,thu=2,sat=5';
const WEEK = [0, 120, 0, 120, 0, 300, 0];
/** A flu that nobody announced, and a holiday that was. */
const FLU = { from: '2027-02-15', to: '2027-03-03' };
const HOLIDAY = { from: '2027-07-10', to: '2027-07-31' };

interface Action {
  kind: string;
  ref: string | null;
  minutes: number;
  units: number | null;
  partial: boolean;
}

interface Month {
  day: Day;
  p50: Day;
  p80: Day;
  end: Day;
}

/**
 * A learner who studies what `next` says on the days that life leaves, through the whole bundled path,
 * by commands alone. Each month's finish range is held against the day on which they are really done.
 */
test('an irregular learner sees an honest finish all the way', async () => {
  const learner = newLearner().at(`${START}T08:00:00Z`);
  learner.json('init', '--yes', '--start', START, '--hours', HOURS);
  const random = seeded(2027);
  const months: Month[] = [];
  let done: Day | null = null;
  let pressed = 1;
  for (let day = START; done === null && day < '2028-12-07'; day = addDays(day, 1)) {
    learner.at(`${day}T17:00:00Z`);
    if (day === '2027-06-20') learner.json('off', `${HOLIDAY.from}..${HOLIDAY.to}`);
    if (day.endsWith('-01')) months.push(monthOf(learner, day));
    if (weekday(day) === 0) pressed = 0.35 + random();
    const off = isIn(day, FLU) || isIn(day, HOLIDAY) || random() < 0.12;
    const room = off ? 0 : Math.round((WEEK[weekday(day)] ?? 0) * pressed);
    if (room < 15) continue;
    if (await study(learner, room, random)) done = day;
  }
  if (done === null) throw new Error('the learner never finished');
  console.log(tableOf(months, done));
  const { finish } = learner.json<{ finish: { p50: Day; p80: Day } }>('next');
  expect(finish).toEqual({ p50: done, p80: done });

  const before = months.filter((month) => month.day < (done as Day));
  const inside = before.filter((month) => (done as Day) <= month.p80);
  expect(inside.length / before.length).toBeGreaterThanOrEqual(0.7);
  const width = ({ p50, p80 }: Month) => daysBetween(p50, p80);
  const third = Math.floor(before.length / 3);
  const mean = (list: Month[]) => list.reduce((sum, m) => sum + width(m), 0) / list.length;
  expect(mean(before.slice(-third))).toBeLessThan(mean(before.slice(0, third)) / 2);
  for (const { day, p50 } of before.slice(-third)) {
    const left = daysBetween(day, done);
    expect(Math.abs(daysBetween(p50, done))).toBeLessThanOrEqual(Math.max(21, left * 0.5));
  }
}, 900_000);

function isIn(day: Day, { from, to }: { from: Day; to: Day }): boolean {
  return day >= from && day <= to;
}

function monthOf(learner: Learner, day: Day): Month {
  const { finish } = learner.json<{ finish: { day: Day; p50: Day; p80: Day } }>(
    'plan',
    '--weeks',
    '1',
  );
  return { day, p50: finish.p50, p80: finish.p80, end: finish.day };
}

/** One sitting: reviews first, then what is next; true when all is done. */
async function study(learner: Learner, room: number, random: () => number): Promise<boolean> {
  const answer = (question: Parameters<typeof rightAnswer>[0]) =>
    random() < 0.88 ? rightAnswer(question) : wrongAnswer(question);
  let left = room;
  const { due } = learner.json<{ due: { reviews: number } }>('next', '-n', '1');
  if (due.reviews > 4) {
    const count = Math.min(due.reviews, Math.floor(room / 2));
    const seed = `${Math.floor(random() * 1e6)}`;
    await answerAll(
      driveQuiz(learner, ['--due', '--count', `${count}`], { LLMPATH_SEED: seed }),
      answer,
    );
    left -= Math.ceil(count * 0.7);
  }
  while (left >= 10) {
    const next = learner.json<{ action: Action; then: Action[] }>(
      ...['next', '--minutes', `${Math.min(120, left)}`, '-n', '4'],
    );
    if (next.action.kind === 'finished') return true;
    // What follows is right as long as each is done as foretold.
    for (const action of [next.action, ...next.then]) {
      if (left < 10 || action.kind === 'review' || action.kind === 'finished') break;
      left -= await act(learner, action, left, random, answer);
      if (action.kind === 'quiz' || action.partial) break;
    }
    if (next.action.kind === 'review') left -= 10;
  }
  return false;
}

/** Does an action and says so; gives the minutes it really took. */
async function act(
  learner: Learner,
  { kind, ref, minutes, units, partial }: Action,
  left: number,
  random: () => number,
  answer: (question: Parameters<typeof rightAnswer>[0]) => unknown,
): Promise<number> {
  if (ref === null) return 0;
  if (kind === 'quiz') {
    const seed = `${Math.floor(random() * 1e6)}`;
    await answerAll(driveQuiz(learner, [ref], { LLMPATH_SEED: seed }), answer);
    return minutes;
  }
  const real = Math.max(1, Math.round(minutes * (0.6 + 0.7 * random())));
  if (partial || real > left + 15) {
    learner.json('log', ref, '--minutes', `${Math.min(real, left)}`);
    return Math.min(real, left);
  }
  const count = units === null ? [] : ['--units', `${units}`];
  learner.json('done', ref, ...count, '--minutes', `${real}`);
  return real;
}

function tableOf(months: readonly Month[], done: Day): string {
  const rows = months.map(({ day, p50, p80, end }) => {
    const hit = done <= p50 ? 'before P50' : done <= p80 ? 'in the range' : 'after P80';
    return `${day}  ${p50} – ${p80}  ${`${daysBetween(p50, p80)} d`.padStart(6)}  ${end}  ${hit}`;
  });
  return [
    'on          finish range               width  plan ends   true finish',
    ...rows,
    `really done ${done}`,
  ].join('\n');
}
