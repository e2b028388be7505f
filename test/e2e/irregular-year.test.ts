import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekday } from '../../src/domain/day.ts';
import { seeded } from '../../src/domain/seeded.ts';
import { bundledOutline } from '../helpers/bundled-outline.ts';
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
}

/** A person who is busy with things for as long as these take them, whatever the path says. */
interface Person {
  learner: Learner;
  random: () => number;
  /** Minutes that each thing still takes them, once begun. */
  left: Map<string, number>;
}

/** Estimated minutes of everything that can be done, by ref. */
const ESTIMATES = new Map(
  bundledOutline().phases.flatMap((phase) =>
    phase.topics.flatMap((topic) =>
      [...topic.uses, ...topic.milestones].map((thing) => [thing.ref, thing.minutes] as const),
    ),
  ),
);

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
  const person = { learner, random, left: new Map<string, number>() };
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
    if (await study(person, room)) done = day;
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
async function study(person: Person, room: number): Promise<boolean> {
  const { learner } = person;
  let left = room;
  const { due } = learner.json<{ due: { reviews: number } }>('next', '-n', '1');
  if (due.reviews > 4) {
    const count = Math.min(due.reviews, Math.floor(room / 2));
    left -= await answerQuiz(person, '--due', '--count', `${count}`);
  }
  while (left >= 10) {
    const next = learner.json<{ action: Action; then: Action[] }>(
      ...['next', '--minutes', `${Math.min(120, left)}`, '-n', '4'],
    );
    if (next.action.kind === 'finished') return true;
    // What follows is right as long as each is done as foretold.
    for (const action of [next.action, ...next.then]) {
      const room = left;
      left -= await act(person, action, room);
      if (left < 10 || action.kind === 'quiz' || action.kind === 'review') break;
    }
  }
  return false;
}

/** Does what is next for as long as it takes, at most `room` minutes, and says so; gives the minutes. */
async function act(person: Person, { kind, ref }: Action, room: number): Promise<number> {
  if (kind === 'review') return answerQuiz(person, '--due', '--count', `${Math.floor(room)}`);
  if (ref === null) throw new Error(`next says ${kind} without a ref`);
  if (kind === 'quiz') return answerQuiz(person, ref);
  const { learner, random, left } = person;
  const estimate = ESTIMATES.get(ref);
  if (estimate === undefined) throw new Error(`the path has no ${ref}`);
  const takes = left.get(ref) ?? Math.max(1, Math.round(estimate * (0.75 + 0.8 * random())));
  if (takes > room + 5) {
    learner.json('log', ref, '--minutes', `${Math.round(room)}`);
    left.set(ref, takes - Math.round(room));
    return room;
  }
  learner.json('done', ref, '--minutes', `${takes}`);
  return takes;
}

/** Answers a quiz, each question in half a minute to a minute, most of them right; gives the minutes. */
async function answerQuiz({ learner, random }: Person, ...args: string[]): Promise<number> {
  const quiz = driveQuiz(learner, args, { LLMPATH_SEED: `${Math.floor(random() * 1e6)}` });
  const answer = (question: Parameters<typeof rightAnswer>[0]) =>
    random() < 0.88 ? rightAnswer(question) : wrongAnswer(question);
  const { messages } = await answerAll(quiz, answer, () => Math.round(25 + 35 * random()));
  return Math.max(1, Math.round((messages.at(-1)?.minutes as number | undefined) ?? 0));
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
