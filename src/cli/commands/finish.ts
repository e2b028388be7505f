import type { Day } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import { findRemedy, type Remedy } from '../../domain/plan/feasibility.ts';
import { commit } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { readFinish } from '../enrol.ts';
import { finishOf, learnerOf } from '../forecast.ts';
import { remedyDocument } from '../plan-document.ts';
import { newcomerLine } from '../remarks.ts';
import { formatDay } from '../render/dates.ts';
import { isAtRisk, sayChance, sayFinish } from '../render/finish.ts';
import { sayRemedy } from '../render/plan/facts.ts';
import { indent, rows } from '../render/text.ts';
import { openSession, type Session } from '../session.ts';

const WIDEST = 96;

export const runFinish: Run = async (ctx, [text]) => {
  const given = textOf(text);
  if (given === undefined) await showFinish(ctx);
  else await changeFinish(ctx, given);
};

async function showFinish(ctx: Context): Promise<void> {
  const session = await openSession(ctx, { write: false });
  const { record, today } = session;
  const { target } = record;
  const finish = finishOf(session);
  const remedy = remedyOf(session);
  const { out } = ctx;
  if (out.json) {
    out.document({
      schema: 'llmpath/finish@1',
      day: today,
      target,
      finish,
      atRisk: remedy !== null,
      remedy: remedy && remedyDocument(remedy),
    });
    return;
  }
  const width = Math.min(out.columns, WIDEST);
  const facts: [string, string][] =
    target === null
      ? [['target', 'none']]
      : [['target', `${formatDay(target, today)}, and you are on the way to it`]];
  const lines = [
    ...(target !== null && remedy ? sayRisk(target, remedy, session) : facts),
    ['finish', sayFinish(session, finish)] as [string, string],
  ];
  const commands = [
    'llmpath finish DAY',
    ...(target ? ['llmpath finish none'] : []),
    'llmpath plan',
  ];
  const hint = indent(out.theme.faint(commands.join(' · ')), 2, width);
  out.print([rows(lines, 2, width), '', hint].join('\n'));
  if (!record.enrolment) out.note(newcomerLine(session));
}

async function changeFinish(ctx: Context, text: string): Promise<void> {
  const session = await openSession(ctx, { write: true });
  const { today, record, path } = session;
  const target = readTarget(session, text);
  const json = { target };
  if (target === record.target) {
    const said = target
      ? `${formatDay(target, today)} is your target already; nothing changed`
      : 'You have no target; nothing changed';
    commit(ctx, session, [], { command: 'finish', said: [said], json });
    return;
  }
  const remedy = remedyOf({ ...session, record: { ...record, target } });
  const body = { finish: target };
  commit(ctx, session, [{ kind: 'finish-changed', path: path.id, ref: null, body }], {
    command: 'finish',
    said: [sayAim(target, today, remedy)],
    facts: target !== null && remedy ? sayRisk(target, remedy, session) : [],
    json: { ...json, atRisk: remedy !== null, remedy: remedy && remedyDocument(remedy) },
  });
}

function readTarget({ today, record }: Session, text: string): Day | null {
  const example = 'For example llmpath finish none.';
  if (text.trim() === '') throw new UserError('usage.finish', 'Say which day, or none.', example);
  const target = readFinish(text, today, 'llmpath finish');
  const start = record.enrolment?.start;
  if (target === null || start === undefined || target > start) return target;
  const message = `${target} is not after the start, ${start}.`;
  throw new UserError('usage.finish', message, 'Choose a later day, or llmpath finish none.');
}

/** What would make the target; null where it is made four times in five, or there is none. */
function remedyOf(session: Session): Remedy | null {
  const { target } = session.record;
  const finish = finishOf(session);
  if (target === null || !isAtRisk(session, finish)) return null;
  return findRemedy(learnerOf(session), target, finish);
}

function sayAim(target: Day | null, today: Day, remedy: Remedy | null): string {
  if (target === null) return 'No target any more';
  const aim = `To be done by ${formatDay(target, today)}`;
  return remedy ? aim : `${aim}, and you are on the way to it`;
}

function sayRisk(target: Day, remedy: Remedy, session: Session): [string, string][] {
  const { today } = session;
  const chance = sayChance(target, finishOf(session).p50);
  return [
    ['target', `${formatDay(target, today)} ${chance}`],
    ['to make it', sayRemedy(remedy, today)],
  ];
}
