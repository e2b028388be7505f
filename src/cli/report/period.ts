import { type Day, isDay } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import { timeOf } from '../../domain/event/fold.ts';
import { currentRef, resolveRef } from '../../domain/path/refs.ts';
import { monthOf, type Period, weekOf } from '../../domain/report/period.ts';
import { readFirstDay } from '../../storage/read-report.ts';
import { type Options, textOf } from '../command.ts';
import { readDay } from '../read.ts';
import type { Session } from '../session.ts';
import { workOf } from './gather.ts';

/** The period that the flags name; all from the first day on without any. Throws UserError `usage.period`. */
export function readPeriod(options: Options, session: Session): Period {
  const { today } = session;
  const named = ['week', 'month', 'phase'].filter((name) => options[name] !== undefined);
  const bounded = options.from !== undefined || options.to !== undefined;
  if (named.length + (bounded ? 1 : 0) > 1) {
    const message = 'A report covers one period: --from and --to, --week, --month or --phase.';
    throw new UserError('usage.period', message, 'llmpath report --help');
  }
  const value = textOf(options[named[0] ?? '']);
  if (named[0] === 'week') return weekOf(value ? readDay(value, '--week', today) : today, today);
  if (named[0] === 'month') return monthOf(value ? readMonth(value, today) : today, today);
  if (named[0] === 'phase') return phasePeriod(session, value ?? '');
  const from = textOf(options.from);
  const to = textOf(options.to);
  const period: Period = {
    from: from ? readDay(from, '--from', today) : beginning(session),
    to: to ? readDay(to, '--to', today) : today,
    kind: bounded ? 'days' : 'all',
    phase: null,
  };
  if (period.from <= period.to) return period;
  if (!bounded) return { ...period, from: today };
  const message = `The period ends on ${period.to}, before it begins on ${period.from}.`;
  throw new UserError('usage.period', message, 'Write it like --from 2026-12-01 --to 2026-12-31.');
}

/** The first day with anything on it, or the one it was enrolled for. */
function beginning({ store, path, record, today }: Session): Day {
  const days = [store ? readFirstDay(store, path.id) : null, record.enrolment?.start ?? null];
  return days.filter((day) => day !== null).sort()[0] ?? today;
}

/** A day of the month from `2026-12`, or any day. */
function readMonth(text: string, today: Day): Day {
  const first = `${text.trim()}-01`;
  return isDay(first) ? first : readDay(text, '--month', today);
}

/** From the first to the last day on which anything of a phase was done. */
function phasePeriod(session: Session, text: string): Period {
  const { phase } = resolveRef(session.index, text, ['phase']);
  const topics = new Set(phase.topics.map((topic) => topic.id));
  const isOwn = (ref: string | null) =>
    ref !== null && topics.has(currentRef(session.index, ref).split('/')[0] ?? '');
  const days = [
    ...workOf(session).flatMap((event) =>
      isOwn(event.ref) ? [timeOf(event)?.day ?? event.day] : [],
    ),
    ...[...topics].flatMap((id) => session.progress.get(id)?.lastDay ?? []),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    const message = `Nothing of ${phase.title} was done yet, so there is no period to report on.`;
    throw new UserError('report.nothing', message, `llmpath show ${phase.id}`);
  }
  const title = `phase ${phase.number}, ${phase.title}`;
  return { from: first, to: last, kind: 'phase', phase: title };
}
