import type { Day } from '../day.ts';
import { timeOf } from '../event/fold.ts';
import { sum } from '../path/path.ts';
import { daysAhead, minutesDone, minutesPlanned } from '../plan/ahead.ts';
import type { Progress, TopicProgress } from '../progress/progress.ts';
import { measureStreak } from '../progress/streak.ts';
import type { ReportInput } from './input.ts';
import type { PhaseRow, Recall, Standing, TopicRow } from './report.ts';

/** Where the learner stands on the whole path today. */
export function measureStanding(input: ReportInput): Standing {
  const { progress, record, timetable, today } = input;
  const counted = [...progress.values()].filter((entry) => entry.state !== 'skipped');
  const [planned, done] = [minutesPlanned(progress), minutesDone(progress)];
  return {
    planned,
    done,
    spent: sum([...record.days.values()]),
    share: shareOf(done, planned),
    topics: counted.length,
    topicsDone: counted.filter((entry) => entry.state === 'done').length,
    finish: planned > done ? input.finish : null,
    target: record.target,
    aheadDays: daysAhead(progress, record.enrolment, timetable, today),
    streak: measureStreak(record.days, today),
  };
}

/** Each phase with what was studied of it and when its rest is planned. */
export function listPhases(input: ReportInput): PhaseRow[] {
  const days = daysOfTopics(input);
  return input.path.phases.map((phase) => {
    const entries = phase.topics.flatMap((topic) => input.progress.get(topic.id) ?? []);
    const only: Progress = new Map(entries.map((entry) => [entry.topic.id, entry]));
    const own = phase.topics.flatMap((topic) => days.get(topic.id) ?? []).sort();
    const ahead = input.plan.phases.find(({ id }) => id === phase.id);
    const [planned, done] = [minutesPlanned(only), minutesDone(only)];
    return {
      id: phase.id,
      number: phase.number,
      title: phase.title,
      optional: phase.optional,
      leftOut: entries.length > 0 && entries.every((entry) => entry.state === 'skipped'),
      weeks: phase.weeks,
      topics: entries.filter((entry) => entry.state !== 'skipped').length,
      topicsDone: entries.filter((entry) => entry.state === 'done').length,
      share: shareOf(done, planned),
      planned,
      spent: sum(entries.map((entry) => entry.minutesSpent)),
      began: own[0] ?? null,
      last: own.at(-1) ?? null,
      from: ahead?.start ?? null,
      to: ahead?.end ?? null,
    };
  });
}

/** The days on which something of a topic was done, by its id. */
function daysOfTopics({ log, index, progress }: ReportInput): Map<string, Day[]> {
  const days = new Map<string, Set<Day>>();
  const add = (topic: string, day: Day | null) => {
    if (day === null || !index.topics.has(topic)) return;
    days.set(topic, (days.get(topic) ?? new Set()).add(day));
  };
  for (const event of log.events) {
    if (event.ref === null || !TOUCHES.has(event.kind)) continue;
    const topic = event.ref.split('/')[0] ?? '';
    add(index.renamed.get(topic) ?? topic, timeOf(event)?.day ?? event.day);
  }
  for (const [id, entry] of progress) add(id, entry.lastDay);
  for (const [concept, day] of log.proofs) add(concept.split('/')[0] ?? '', day);
  return new Map([...days].map(([id, set]) => [id, [...set]]));
}

const TOUCHES = new Set(['clock-stopped', 'time-logged', 'resource-done', 'milestone-done']);

export function listTopics(input: ReportInput, recalls: ReadonlyMap<string, Recall>): TopicRow[] {
  const counts = input.log.counts.get('topic');
  return [...input.progress.values()].map((entry) => {
    const { topic } = entry;
    const { answers, reviews, right } = counts?.get(topic.id) ?? NO_ANSWERS;
    return {
      id: topic.id,
      phase: topic.phase,
      title: topic.title,
      tier: topic.tier,
      needs: topic.needs,
      state: entry.state,
      overruled: entry.overruled,
      percent: entry.percent,
      planned: plannedOf(entry),
      spent: entry.minutesSpent,
      recall: recalls.get(topic.id) ?? null,
      answers,
      reviews,
      right,
      lastDay: entry.lastDay,
    };
  });
}

const NO_ANSWERS = { answers: 0, reviews: 0, right: 0 };

function plannedOf(entry: TopicProgress): number {
  return Math.round(entry.topic.hours * 60);
}

function shareOf(done: number, planned: number): number {
  return planned === 0 ? 0 : done / planned;
}
