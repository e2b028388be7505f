import type { EventOf } from '../../domain/event/event.ts';
import { LONGEST_MS } from '../../domain/memory/question.ts';
import { currentRef } from '../../domain/path/refs.ts';
import { drawOrNull } from '../../domain/quiz/generate/draw.ts';
import type { Asked, Pick } from '../../domain/quiz/pick.ts';
import { RETURNS } from '../../domain/quiz/queue.ts';
import { findClock } from '../../storage/clock.ts';
import { readQuizMinutes } from '../../storage/read-questions.ts';
import type { Store } from '../../storage/store.ts';
import type { Grader, Setup } from './engine.ts';
import type { Told } from './summary.ts';

/** What a session that goes on after a break knows of its first part, from the log. */

type Answer = EventOf<'answered'>;
type Where = { session: Setup['session'] };

const MINUTE = 60_000;

/** Minutes that answers took, breaks left out. */
export function minutesOf(answers: readonly Answer[]): number {
  return answers.reduce((total, { body }) => total + Math.min(body.ms, LONGEST_MS), 0) / MINUTE;
}

/**
 * Whole minutes to count for a session with answers, at least one. None while a clock runs, which
 * counts them itself; and none twice, where another terminal ended the session already.
 */
export function minutesToCount(store: Store, quiz: string, spent: number): number {
  const clock = findClock(store);
  if (clock !== null && clock.runningSince !== null) return 0;
  return Math.max(0, Math.max(1, Math.round(spent)) - readQuizMinutes(store, quiz));
}

/** How often each question was asked, by present ref. */
export function timesAsked({ session }: Where, answers: readonly Answer[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { ref } of answers) {
    const present = currentRef(session.index, ref ?? '');
    times.set(present, (times.get(present) ?? 0) + 1);
  }
  return times;
}

/** Questions that were missed before the break and come once more. */
export function toReturn(setup: Where, answers: readonly Answer[]): Pick[] {
  const times = timesAsked(setup, answers);
  const latest = new Map(
    answers.map((answer) => [currentRef(setup.session.index, answer.ref ?? ''), answer]),
  );
  return [...latest].flatMap(([ref, { body }]) => {
    if (body.correct || (times.get(ref) ?? 0) > RETURNS) return [];
    const reason = { kind: 'again', recall: null, daysAway: 0 } as const;
    return [{ ref, topic: body.topic, concept: body.concept, reason }];
  });
}

/** What was asked, answered and judged before the break; without what the path no longer has. */
export function toldBefore(setup: Setup, grader: Grader): Told[] {
  const seen = new Set<string>();
  return (setup.before?.answers ?? []).flatMap((event) => {
    const ref = currentRef(setup.session.index, event.ref ?? '');
    const template = setup.templates.get(ref);
    if (!template) return [];
    const { seed, answer, correct, credit, hints } = event.body;
    const question = drawOrNull(template, seed);
    // What was edited meanwhile is no longer the question that was answered.
    if (question === null || (answer !== null && answer.kind !== question.kind)) return [];
    const asked: Asked = {
      n: seen.size + 1,
      of: seen.size + 1,
      question,
      topicTitle: setup.session.index.topics.get(question.topic)?.title ?? question.topic,
      reason: { kind: seen.has(ref) ? 'again' : 'practice', recall: null, daysAway: null },
      hints: question.hints.slice(0, hints),
    };
    seen.add(ref);
    const verdict = grader.gradeOrReveal(question, answer);
    const { expected, feedback, near } = verdict;
    const { explain } = question;
    const due = setup.scheduled.get(ref)?.due ?? event.day;
    const judged = { ref, correct, credit, expected, feedback, near, explain, more: null };
    const graded = { ...judged, event: event.id, due, again: false };
    return [{ asked, given: answer && grader.showAnswer(question, answer), graded }];
  });
}
