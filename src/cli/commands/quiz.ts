import { UserError } from '../../domain/error.ts';
import type { MathStyle } from '../../math/render.ts';
import { listOf, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import {
  beginQuiz,
  closeBrokenOff,
  findBrokenOff,
  goOn,
  type Named,
  nothingToAsk,
  type Order,
  resolveAll,
} from '../quiz/begin.ts';
import type { Engine } from '../quiz/engine.ts';
import { readCount } from '../read.ts';
import { plural } from '../render/text.ts';
import { openSession, type Session } from '../session.ts';

const MOST = 200;

export const runQuiz: Run = async (ctx, refs, options) => {
  const lines = options.stdio === true;
  const order = orderOf(refs, options);
  const session = await openSession(ctx, { write: true });
  const things = await resolveAll(ctx, session, order.refs);
  if (!lines && !(ctx.env.stdin.isTTY && ctx.env.stdout.isTTY && ctx.flags.input)) {
    throw new UserError(
      'usage.terminal',
      'A quiz needs a terminal to ask in.',
      'llmpath quiz --stdio asks and listens in JSON lines, for programs.',
    );
  }
  const wanted = options.continue === true;
  const run = await runFor(ctx, session, order, things, wanted, lines);
  if (run === null) {
    sayNothing(ctx, session, order, lines);
    return;
  }
  if (lines) {
    const { runOverLines } = await import('../quiz/lines.ts');
    await runOverLines(ctx.env.stdin, ctx.env.stdout, run, ctx.settings.math.value as MathStyle);
    return;
  }
  const { runInTerminal } = await import('../quiz/terminal.ts');
  await runInTerminal(ctx, run);
};

function orderOf(refs: readonly unknown[], options: Record<string, unknown>): Order {
  const number = (name: string, least: number) => {
    const text = textOf(options[name]);
    if (text === undefined) return null;
    return readCount(text, `--${name}`, MOST, least);
  };
  const order = {
    refs: listOf(refs[0]),
    count: number('count', 1),
    fresh: number('new', 0),
    onlyDue: options.due === true,
    exam: options.exam === true,
  };
  if (options.continue === true && (order.refs.length > 0 || Object.keys(options).some(isChoice))) {
    const message =
      '--continue goes on with the quiz as it was begun, so nothing else goes with it.';
    throw new UserError('usage.quiz', message, 'llmpath quiz --continue');
  }
  if (order.onlyDue && order.fresh !== null && order.fresh > 0) {
    const message = '--due asks only what is due, so --new does not go with it.';
    throw new UserError('usage.quiz', message, 'Leave one of the two out.');
  }
  return order;
}

const isChoice = (name: string) => ['count', 'new', 'due', 'exam'].includes(name);

/** The session that was broken off, if the learner wants to go on with it; else a new one. */
async function runFor(
  ctx: Context,
  session: Session,
  order: Order,
  things: readonly Named[],
  wanted: boolean,
  lines: boolean,
): Promise<Engine | null> {
  const { store } = session;
  if (!store) throw new Error('a quiz writes, so it has a store');
  const broken = findBrokenOff(session, store);
  if (broken && (wanted || (!lines && (await wantsToGoOn(ctx, broken.left.length, order))))) {
    return goOn(ctx, session, store, broken);
  }
  if (wanted && !broken) {
    const message = 'No quiz was broken off today or yesterday, so there is none to go on with.';
    throw new UserError('quiz.none-open', message, 'llmpath quiz begins one.');
  }
  closeBrokenOff(session, store);
  return beginQuiz(ctx, session, store, order, things);
}

async function wantsToGoOn(ctx: Context, left: number, order: Order): Promise<boolean> {
  const { refs, count, fresh, onlyDue, exam } = order;
  const isBare = refs.length === 0 && count === null && fresh === null && !onlyDue && !exam;
  if (ctx.flags.yes) return isBare;
  const { askYes } = await import('../prompts.ts');
  const instead = isBare ? '' : ', instead of what you asked for now';
  const sentence = `A quiz was broken off with ${plural(left, 'question')} left.`;
  return askYes(ctx.env, `${sentence} Go on with it${instead}?`, isBare);
}

function sayNothing(ctx: Context, session: Session, order: Order, lines: boolean): void {
  const said = nothingToAsk(session, order);
  if (typeof said !== 'string') throw said;
  if (lines) {
    const { stdout } = ctx.env;
    stdout.write(`${JSON.stringify({ type: 'session', id: null, count: 0 })}\n`);
    stdout.write(
      `${JSON.stringify({ type: 'summary', answered: 0, correct: 0, minutes: 0, next: null })}\n`,
    );
    ctx.out.note(said);
  } else ctx.out.say(said);
}
