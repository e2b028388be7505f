import { resolve } from 'node:path';
import { UserError } from '../domain/error.ts';
import { addressOf } from '../domain/path/path.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanEvent } from '../report/ics.ts';
import { type Options, textOf } from './command.ts';
import type { Context } from './context.ts';
import { readCount } from './read.ts';
import { plural } from './render/text.ts';
import type { Session } from './session.ts';
import { parseDayStart } from './settings.ts';
import { writeWholeFile } from './write-file.ts';

const DAY = 24 * 60;
const MOST_ALARM = 7 * DAY;

/**
 * The plan as a calendar file, on stdout or in the file of `--output`, whole or not at all.
 * Throws UserError `usage.*` and `file.*`.
 */
export async function writePlanFile(
  ctx: Context,
  session: Session,
  plan: Plan,
  options: Options,
): Promise<void> {
  const at = textOf(options.at);
  const dayStart = (parseDayStart(ctx.settings['day-start'].value) ?? 4) * 60;
  const time = at === undefined ? null : readTime(at);
  // A study day goes on after midnight.
  const timed = time !== null && time < dayStart ? time + DAY : time;
  const alarmText = textOf(options.alarm);
  const alarm = alarmText === undefined ? null : readCount(alarmText, '--alarm', MOST_ALARM, 0);
  const { planToIcs } = await import('../report/ics.ts');
  const text = planToIcs({
    path: session.path,
    blocks: eventsOf(session, plan),
    zone: (instant) => -new Date(instant).getTimezoneOffset(),
    stamp: ctx.env.now,
    alarm,
    timed,
  });
  const output = textOf(options.output);
  if (output === undefined || output === '-') {
    ctx.env.stdout.write(text);
    return;
  }
  writeWholeFile(resolve(ctx.env.cwd, output), text, options.force === true);
  const count = plan.days.flatMap((day) => day.blocks).length;
  const said = `${plural(count, 'block')} of the plan written to ${output}.`;
  ctx.out.say(`${said} Import it again after a change: it updates what is there.`);
}

function eventsOf({ index }: Session, plan: Plan): PlanEvent[] {
  return plan.days.flatMap(({ day, blocks }) =>
    blocks.map((block) => {
      const thing = block.ref === null ? undefined : index.things.get(block.ref);
      const url = thing?.kind === 'use' ? addressOf(thing.resource) : null;
      return { ...block, ref: block.ref ?? '', topic: block.topic ?? '', day, url };
    }),
  );
}

/** Minutes after midnight of `19:30`. */
function readTime(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (match && hours < 24 && minutes < 60) return hours * 60 + minutes;
  const message = `"${text}" in --at is not a time of day.`;
  throw new UserError('usage.time', message, 'Write it like --at 19:30.');
}
