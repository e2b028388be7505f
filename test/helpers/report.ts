import { addDays } from '../../src/domain/day.ts';
import type { NewEvent } from '../../src/domain/event/event.ts';
import { rangeOf, simulateFinish } from '../../src/domain/forecast/finish.ts';
import type { Outline, Path } from '../../src/domain/path/path.ts';
import { outlineOf } from '../../src/domain/path/path.ts';
import { indexPath } from '../../src/domain/path/refs.ts';
import { allocate } from '../../src/domain/plan/allocate.ts';
import { type Learner, outlookOf, situationOf } from '../../src/domain/plan/learner.ts';
import { fillTimetable } from '../../src/domain/plan/timetable.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { buildReport } from '../../src/domain/report/build.ts';
import type { ReportInput } from '../../src/domain/report/input.ts';
import type { Period } from '../../src/domain/report/period.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { measureStats, type Stats } from '../../src/domain/report/stats.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import { readQuestions } from '../../src/storage/read-questions.ts';
import {
  readAnswerDays,
  readAnswers,
  readCounts,
  readProofs,
  readWork,
} from '../../src/storage/read-report.ts';
import type { Store } from '../../src/storage/store.ts';
import { anAnswer } from './answers.ts';
import { aPath, aPhase, aTopic, core, extra, milestone } from './path-builder.ts';
import { at, MONDAY, newStore } from './store.ts';

const DAY_MS = 86_400_000;

/** A text that would do harm in any format that takes it as it is. */
export const HOSTILE =
  '=cmd|"/c calc"!A1 <script>alert(1)</script> | *[x](javascript:alert(1))* \u001b[31mred\u001b[0m "quoted", \n\nBEGIN:VEVENT';

/** A small path that a report can be made of; `said` stands in each of its names. */
export function aReportedPath(said = ''): Path {
  const named = (text: string) => `${text}${said}`;
  const vectors = aTopic('vectors', {
    parts: [core('film', [30, 30]), core('book', 60), extra('essay', 20), milestone('by-hand', 40)],
    concepts: ['dot-product', 'norm'],
    quiz: { 'dot-product': ['dot', 'project'], norm: ['norm'] },
    hours: 4,
  });
  const matrices = aTopic('matrices', {
    parts: [core('course', 120)],
    needs: ['vectors'],
    concepts: ['product'],
    quiz: { product: ['shape'] },
    hours: 3,
  });
  const odds = aTopic('odds', { parts: [core('odds-film', 45)], tier: 'helpful' });
  const nets = aTopic('nets', {
    parts: [core('net-course', 90), milestone('tiny', 60)],
    needs: ['matrices'],
  });
  const path = aPath(aPhase('maths', vectors, matrices, odds), aPhase('models', nets));
  return {
    ...path,
    title: named(path.title),
    phases: path.phases.map((phase) => ({
      ...phase,
      title: named(phase.title),
      topics: phase.topics.map((topic) => ({
        ...topic,
        title: named(topic.title),
        concepts: topic.concepts.map((concept) => ({ ...concept, name: named(concept.name) })),
        milestones: topic.milestones.map((one) => ({
          ...one,
          title: named(one.title),
          checks: [named('$\\sqrt{3^2 + 4^2} = 5$ comes out')],
        })),
      })),
    })),
    resources: path.resources.map((resource) => ({ ...resource, title: named(resource.title) })),
  };
}

/** A learner's log on that path: three weeks up to Monday 7 December 2026. */
export async function aReportedLog(said = ''): Promise<Store> {
  const store = await newStore();
  const path = 'test-path';
  const on = (daysAgo: number, hour: number, ...events: NewEvent[]) =>
    appendEvents(at(store, MONDAY - daysAgo * DAY_MS + (hour - 19) * 3_600_000), events);
  const studied = (ref: string, minutes: number, day: string): NewEvent => ({
    kind: 'clock-stopped',
    path,
    ref,
    body: { minutes, day },
  });
  const answers = (daysAgo: number, ...given: [slug: string, correct: boolean][]) =>
    on(
      daysAgo,
      19,
      ...given.map(([slug, correct], i): NewEvent => {
        const topic = slug === 'shape' ? 'matrices' : 'vectors';
        const concept = {
          dot: 'dot-product',
          project: 'dot-product',
          norm: 'norm',
          shape: 'product',
        }[slug];
        const { kind, ref, body } = anAnswer(`${topic}/q/${slug}`, '', {
          correct,
          grade: correct ? 3 : 1,
          credit: correct ? 1 : 0,
          concept: `${topic}/${concept}`,
          kind: i % 2 === 0 ? 'number' : 'choice',
          difficulty: 1 + (i % 3),
        });
        return { kind, path, ref, body };
      }),
      { kind: 'quiz-ended', path, ref: null, body: { quiz: 's', minutes: 6, day: dayOf(daysAgo) } },
    );
  on(21, 8, {
    kind: 'enrolled',
    path,
    ref: null,
    body: {
      start: dayOf(21),
      availability: [60, 0, 60, 0, 0, 90, 0],
      finish: '2027-01-31',
      timezone: 'UTC',
      weeks: {},
      plannedBefore: null,
      folder: null,
    },
  });
  on(21, 19, studied('vectors/film', 40, dayOf(21)), {
    kind: 'resource-done',
    path,
    ref: 'vectors/film',
    body: { units: 1 },
  });
  on(19, 20, studied('vectors/film', 35, dayOf(19)), {
    kind: 'resource-done',
    path,
    ref: 'vectors/film',
    body: { units: null },
  });
  on(18, 20, {
    kind: 'noted',
    path,
    ref: 'vectors',
    body: { text: `A first note.${said}\n\nWith $x^2$ and two parts.` },
  });
  on(
    16,
    10,
    {
      kind: 'time-logged',
      path,
      ref: 'vectors/book',
      body: { minutes: 60, day: dayOf(16), estimated: true },
    },
    { kind: 'resource-done', path, ref: 'vectors/book', body: { units: null } },
  );
  answers(16, ['dot', true], ['norm', false], ['project', true]);
  on(
    14,
    19,
    { kind: 'milestone-done', path, ref: 'vectors/m/by-hand', body: {} },
    studied('vectors/m/by-hand', 55, dayOf(14)),
  );
  answers(12, ['norm', true], ['dot', true]);
  on(9, 19, { kind: 'skipped', path, ref: 'odds', body: {} });
  on(
    7,
    19,
    { kind: 'overridden', path, ref: 'nets', body: { waitingFor: ['matrices'] } },
    {
      kind: 'time-logged',
      path,
      ref: 'nets/net-course',
      body: { minutes: 25, day: dayOf(8), estimated: false },
    },
  );
  on(5, 21, studied('matrices/course', 70, dayOf(5)));
  answers(2, ['dot', false], ['shape', true], ['norm', true]);
  on(0, 19, { kind: 'topic-done', path, ref: 'matrices', body: {} });
  return at(store, MONDAY);
}

function dayOf(daysAgo: number): string {
  return addDays('2026-12-07', -daysAgo);
}

export const WHOLE: Period = { from: '2026-11-16', to: '2026-12-07', kind: 'all', phase: null };

/** What a report over that log is made of. */
export function inputOf(store: Store, path: Path, period: Period = WHOLE): ReportInput {
  const index = indexPath(path);
  const outline = indexPath<Outline>(outlineOf(path));
  const same = (ref: string) => ref;
  const record = readRecord(store, path.id);
  const progress = measureProgress(path, outline, record.items, record.evidence);
  const timetable = fillTimetable(record.timetable, path.pace);
  const learner: Learner = {
    path,
    progress,
    enrolment: record.enrolment,
    target: record.target,
    timetable,
    days: record.days,
    today: store.today,
    returning: [],
    schedule: store.schedule,
  };
  const outlook = outlookOf(learner);
  return {
    path,
    index,
    outline,
    learner: 'Ada Example',
    now: store.now,
    today: store.today,
    zone: () => 60,
    period,
    record,
    progress,
    timetable,
    outlook,
    finish: rangeOf(simulateFinish(outlook), outlook.from),
    plan: allocate(situationOf(learner)),
    log: {
      events: readWork(store, path.id),
      proofs: readProofs(store, path.id, same),
      counts: readCounts(store, path.id, period, same),
      days: readAnswerDays(store, path.id, period),
      remembered: readQuestions(store, path.id, same),
      answers: readAnswers(store, path.id, period, same),
    },
  };
}

/** What the terminal shows of that log. */
export function statsOf(store: Store, period: Period = WHOLE, path = aReportedPath()): Stats {
  const { outline, progress, today, zone, record, log } = inputOf(store, path, period);
  const { days, events, remembered } = log;
  const minutes = record.days;
  return measureStats({
    index: outline,
    progress,
    today,
    zone,
    period,
    minutes,
    days,
    events,
    remembered,
  });
}

/** A report with something in each of its parts. */
export async function aReport(said = ''): Promise<Report> {
  const report = buildReport(inputOf(await aReportedLog(said), aReportedPath(said)));
  return withoutRandom(report);
}

/** Events have random parts in their ids, which a fixture cannot have. */
function withoutRandom(report: Report): Report {
  return {
    ...report,
    happenings: report.happenings.map((one, i) => ({ ...one, id: `event-${i + 1}` })),
  };
}

/** The report of someone for whom nothing was ever kept. */
export async function anEmptyReport(): Promise<Report> {
  const store = await newStore();
  const today: Period = { from: store.today, to: store.today, kind: 'all', phase: null };
  return buildReport({ ...inputOf(store, aReportedPath(), today), learner: null });
}
