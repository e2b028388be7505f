import { currentRef } from '../../domain/path/refs.ts';
import type { Period } from '../../domain/report/period.ts';
import { measureStats, type Stats } from '../../domain/report/stats.ts';
import { readAnswerDays, readRecalled, readWork } from '../../storage/read-report.ts';
import { type Run, textOf } from '../command.ts';
import { readCount } from '../read.ts';
import { ASCII, UNICODE } from '../render/charts.ts';
import { firstWeek, renderStats } from '../render/stats.ts';
import { zone } from '../report/zone.ts';
import { openSession, type Session } from '../session.ts';

const WEEKS = 26;
const MOST_WEEKS = 520;
const WIDEST = 110;

export const runStats: Run = async (ctx, _args, options) => {
  const weeks = readCount(textOf(options.weeks) ?? `${WEEKS}`, '--weeks', MOST_WEEKS);
  const session = await openSession(ctx, { write: false });
  const { today, path } = session;
  const period: Period = { from: firstWeek(today, weeks), to: today, kind: 'days', phase: null };
  const stats = statsOf(session, period);
  const { out } = ctx;
  if (out.json) {
    const { period: own, ...rest } = stats;
    const { from, to } = own;
    out.document({ schema: 'llmpath/stats@1', day: today, path: path.id, from, to, ...rest });
    return;
  }
  const plain = options.ascii === true || ctx.settings.math.value === 'ascii';
  const width = weeks > WEEKS ? out.columns : Math.min(out.columns, WIDEST);
  const signs = plain ? ASCII : UNICODE;
  await out.page(renderStats(path.title, stats, today, out.theme, width, signs));
};

function statsOf(session: Session, period: Period): Stats {
  const { store, path, index, progress, today, record } = session;
  return measureStats({
    index,
    progress,
    today,
    zone,
    period,
    minutes: record.days,
    days: store ? readAnswerDays(store, path.id, period) : [],
    events: store ? readWork(store, path.id, period.from) : [],
    remembered: store ? readRecalled(store, path.id, (ref) => currentRef(index, ref)) : new Map(),
  });
}
