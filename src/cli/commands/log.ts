import { formatMinutes } from '../../domain/duration.ts';
import { UserError } from '../../domain/error.ts';
import { commit } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import { readDay, readMinutes } from '../read.ts';
import { sayDay } from '../render/dates.ts';
import { openSession } from '../session.ts';
import { explaining, overrideOf, sayOverride, targetOf } from './work.ts';

export const runLog: Run = async (ctx, [ref], options) => {
  const given = textOf(options.minutes);
  if (given === undefined) {
    const hint = `llmpath log ${ref} --minutes 45`;
    throw new UserError('usage.minutes', 'Say how long it was with --minutes N.', hint);
  }
  const minutes = readMinutes(given, '--minutes');
  const session = await openSession(ctx, { write: true });
  const day = readDay(textOf(options.on) ?? 'today', '--on', session.today);
  if (day > session.today) {
    const message = `${day} has not come yet; time is logged on days that were.`;
    throw new UserError('usage.day', message, `llmpath log ${ref} --minutes ${given}`);
  }
  const named = textOf(ref) ?? '';
  const target = await explaining(ctx, session, named, () => targetOf(session, named));
  const path = session.path.id;
  const body = { minutes, day, estimated: false };
  const events = [
    ...overrideOf(session, target.entry),
    { kind: 'time-logged' as const, path, ref: target.ref, body },
  ];
  const when = sayDay(day, session.today);
  commit(ctx, session, events, {
    command: 'log',
    said: [
      `${formatMinutes(minutes)} on ${target.title}, ${when}`,
      ...sayOverride(session, target.entry),
    ],
    json: { ref: target.ref, minutes, on: day },
  });
};
