import { addDays } from '../day.ts';
import { askedRefs } from '../quiz/bank.ts';
import { measureActivity } from './activity.ts';
import { replayBurnUp } from './burn-up.ts';
import { cleanTexts } from './clean.ts';
import { forecastFan } from './fan.ts';
import { listChoices, listHappenings, listNotes } from './happenings.ts';
import type { ReportInput } from './input.ts';
import {
  findWeak,
  forecastReviews,
  listConcepts,
  measureAccuracy,
  measureCalibration,
  predictRecalls,
} from './knowledge.ts';
import type { Ahead, BurnUp, Report, Standing } from './report.ts';
import { listMilestones, listResources, measurePace } from './resources.ts';
import { listPhases, listTopics, measureStanding } from './standing.ts';

/** The report of a learner on a path over a period. */
export function buildReport(input: ReportInput): Report {
  const { path, index, progress, log, period, today, finish, record } = input;
  const topicRecalls = predictRecalls(log.remembered, 'topic', today, finish.p50);
  const conceptRecalls = predictRecalls(log.remembered, 'concept', today, finish.p50);
  const concepts = listConcepts(path, log, conceptRecalls);
  const standing = measureStanding(input);
  const resources = listResources(input);
  return cleanTexts<Report>({
    day: today,
    at: input.now,
    path: { id: path.id, title: path.title, version: path.version },
    learner: input.learner,
    period,
    standing,
    phases: listPhases(input),
    topics: listTopics(input, topicRecalls),
    concepts,
    weak: findWeak(index, progress, topicRecalls, concepts),
    accuracy: measureAccuracy(log.counts),
    calibration: measureCalibration(log.counts.get('recall')),
    activity: measureActivity(period, record.days, log.days, log.events, input.zone),
    burnUp: drawBurnUp(input, standing),
    resources,
    pace: measurePace(resources),
    milestones: listMilestones(input),
    choices: listChoices(input),
    notes: listNotes(input),
    ahead: lookAhead(input),
    happenings: listHappenings(input),
    answers: log.answers,
  });
}

function drawBurnUp(input: ReportInput, standing: Standing): BurnUp {
  const { finish } = standing;
  const points = replayBurnUp(input.path, input.outline, input.log.events, input.log.proofs);
  return { points, fan: finish && forecastFan(input.outlook, input.today, standing, finish) };
}

const WEEK = 7;
const REVIEW_DAYS = 28;

/** The plan of the seven days from today, and the reviews of four weeks. */
function lookAhead({ today, plan, log, index, progress }: ReportInput): Ahead {
  const to = addDays(today, WEEK - 1);
  const days = Array.from({ length: REVIEW_DAYS }, (_, i) => addDays(today, i));
  const asked = askedRefs(index);
  const counts = (ref: string) =>
    asked.has(ref) && progress.get(ref.slice(0, ref.indexOf('/')))?.state !== 'skipped';
  return {
    from: today,
    to,
    days: plan.days.filter(({ day }) => day >= today && day <= to),
    reviews: forecastReviews(log.remembered, days, counts),
  };
}
