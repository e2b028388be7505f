import { addDays } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import { currentRef, indexPath, resolveRef, type Thing } from '../../domain/path/refs.ts';
import type { BankEntry } from '../../domain/quiz/bank.ts';
import { type AskedBefore, chooseQuestions, type Wish } from '../../domain/quiz/choose.ts';
import type { Pick as Picked } from '../../domain/quiz/pick.ts';
import { appendEvents } from '../../storage/log.ts';
import { type OpenQuiz, readAskedBefore, readOpenQuiz } from '../../storage/read-questions.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { loadTemplates, loadWhole, type Session } from '../session.ts';
import { minutesOf, minutesToCount, toReturn } from './before.ts';
import { Engine, type Setup } from './engine.ts';

/** What was asked of `quiz`. */
export interface Order {
  /** What was named, as it was typed. */
  refs: readonly string[];
  count: number | null;
  fresh: number | null;
  onlyDue: boolean;
  exam: boolean;
}

const COUNT = 12;
const MOST_DUE = 200;

/** A new session for an order; null when there is nothing to ask. */
export async function beginQuiz(
  ctx: Context,
  session: Session,
  store: Store,
  order: Order,
  things: readonly Named[],
): Promise<Engine | null> {
  const before = askedBefore(session, store);
  const wish = wishOf(order, things);
  const { path, progress, record, today } = session;
  const picks = chooseQuestions(path, progress, before, record.evidence.proven, wish, today);
  if (picks.length === 0) return null;
  return engineFor(ctx, session, store, picks, {
    exam: order.exam,
    seed: ctx.env.seed(),
    scheduled: picks.some(isPractice) ? before.all() : before.due,
    before: null,
  });
}

/** The session that was broken off today or yesterday and has questions left; null if there is none. */
export function findBrokenOff(
  session: Session,
  store: Store,
): { open: OpenQuiz; left: Picked[] } | null {
  const open = readOpenQuiz(store, session.path.id);
  if (!open) return null;
  const left = picksLeft(session, store, open);
  const recent = open.started.day >= addDays(session.today, -1);
  return recent && left.length > 0 ? { open, left } : null;
}

/** The same session again, with what was not yet answered. */
export function goOn(
  ctx: Context,
  session: Session,
  store: Store,
  broken: { open: OpenQuiz; left: Picked[] },
): Promise<Engine> {
  const { started } = broken.open;
  return engineFor(ctx, session, store, broken.left, {
    exam: started.body.exam,
    seed: started.body.seed,
    scheduled: askedBefore(session, store).all(),
    before: broken.open,
  });
}

/** Ends a session that was broken off, so that its minutes are counted. */
export function closeBrokenOff(session: Session, store: Store): void {
  const open = readOpenQuiz(store, session.path.id);
  if (!open) return;
  const { id, day, path } = open.started;
  const spent = minutesOf(open.answers);
  const minutes = open.answers.length === 0 ? 0 : minutesToCount(store, id, spent);
  const body = { quiz: id, minutes, day };
  appendEvents(store, [{ kind: 'quiz-ended', path, ref: null, body }]);
}

async function engineFor(
  ctx: Context,
  session: Session,
  store: Store,
  picks: readonly Picked[],
  rest: Pick<Setup, 'exam' | 'seed' | 'scheduled' | 'before'>,
): Promise<Engine> {
  const answered = rest.before?.answers.map(({ body }) => body.topic) ?? [];
  const asked = [...picks.map((pick) => pick.topic), ...answered];
  const topics = [...new Set(asked)].filter((topic) => session.index.topics.has(topic));
  const list = await loadTemplates(ctx, session.folder, topics);
  const templates = new Map(list.map((template) => [template.ref, template]));
  return new Engine(ctx, { session, store, picks, templates, ...rest });
}

function askedBefore(session: Session, store: Store): AskedBefore {
  return readAskedBefore(store, session.path.id, (ref) => currentRef(session.index, ref));
}

const isPractice = ({ reason }: Picked) => reason.kind === 'practice';

/** Questions of an open session that were not answered, as far as the path still has them. */
function picksLeft(session: Session, store: Store, { started, answers }: OpenQuiz): Picked[] {
  const current = (ref: string) => currentRef(session.index, ref);
  const done = new Set(answers.map((event) => current(event.ref ?? '')));
  const wanted = new Set(started.body.questions.map(current).filter((ref) => !done.has(ref)));
  const isNamed = (entry: BankEntry) => wanted.has(entry.ref);
  const wish: Wish = { isNamed, count: wanted.size, fresh: null, onlyDue: false };
  const { path, progress, record, today } = session;
  const picks = chooseQuestions(
    path,
    progress,
    askedBefore(session, store),
    record.evidence.proven,
    wish,
    today,
  );
  return started.body.exam ? picks : [...picks, ...toReturn({ session }, answers)];
}

/** A thing that one can be asked about. */
export type Named = Extract<Thing, { kind: 'phase' | 'topic' | 'concept' | 'question' }>;
const KINDS = ['phase', 'topic', 'concept', 'question'] as const;

/** What the refs of an order name. Throws UserError `ref.*`. */
export async function resolveAll(
  ctx: Context,
  session: Session,
  refs: readonly string[],
): Promise<Named[]> {
  if (refs.length === 0) return [];
  const short = refs.map((ref) => {
    const thing = session.index.things.get(currentRef(session.index, ref.trim().toLowerCase()));
    return thing?.kind === 'phase' || thing?.kind === 'topic' ? thing : null;
  });
  if (short.every((thing) => thing !== null)) return short;
  const index = indexPath(await loadWhole(ctx, session.folder));
  return refs.map((ref) => resolveRef(index, ref, KINDS) as Named);
}

function wishOf(order: Order, things: readonly Named[]): Wish {
  const isNamed = (entry: BankEntry) => things.some((thing) => covers(thing, entry));
  const fallback = order.onlyDue ? MOST_DUE : Math.max(COUNT, ...things.map(conceptsIn));
  const { fresh } = order;
  return {
    isNamed: things.length === 0 ? null : isNamed,
    count: order.count ?? Math.max(fallback, fresh ?? 0),
    fresh,
    onlyDue: order.onlyDue,
  };
}

function covers(thing: Named, entry: BankEntry): boolean {
  switch (thing.kind) {
    case 'phase':
      return thing.phase.topics.some((topic) => topic.id === entry.topic);
    case 'topic':
      return thing.topic.id === entry.topic;
    case 'concept':
      return thing.ref === entry.concept;
    case 'question':
      return thing.ref === entry.ref;
  }
}

/** A topic's quiz asks at least one question on each of its concepts. */
function conceptsIn(thing: Named): number {
  return thing.kind === 'topic' ? Object.keys(thing.topic.quiz).length : 0;
}

/** Why there is nothing to ask, and what to do instead: an error where there are no questions at all. */
export function nothingToAsk(session: Session, order: Order): UserError | string {
  const topics = session.path.phases.flatMap((phase) => phase.topics);
  if (!topics.some((topic) => Object.keys(topic.quiz).length > 0)) {
    const hint = 'llmpath path schema questions shows how they are written.';
    return new UserError('quiz.none', 'This path has no questions.', hint);
  }
  const about = order.refs.length > 0 ? ` on ${order.refs.join(', ')}` : '';
  if (order.onlyDue || order.fresh === 0) return `Nothing${about} is due today. ${NEXT}`;
  if (order.refs.length > 0) {
    return order.fresh === null
      ? new UserError('quiz.none', `There are no questions${about}.`, 'llmpath path show')
      : `Nothing${about} is due today, and every question was asked before. ${NEXT}`;
  }
  return `Nothing is due today, and there is nothing new to ask on what you have begun. ${NEXT} llmpath quiz TOPIC asks about any topic.`;
}

const NEXT = 'llmpath next says what to study.';
