import type { Choice } from '../../domain/next/next.ts';
import { round, totalOf } from '../../domain/next/score.ts';
import { chooseFor, nextDocument } from '../choice.ts';
import { type Run, textOf } from '../command.ts';
import type { Theme } from '../output.ts';
import { readCount, readMinutes } from '../read.ts';
import { clockLines, newcomerLine } from '../remarks.ts';
import { commandsFor, nameAction, sayMinutes } from '../render/action.ts';
import { hang, indent, padEnd, spread } from '../render/text.ts';
import { renderNow, renderThen } from '../render/today.ts';
import { openSession } from '../session.ts';

const MOST_FOLLOWING = 50;
const TERM_WIDTH = 13;

export const runNext: Run = async (ctx, _args, options) => {
  const given = textOf(options.minutes);
  const minutes = given === undefined ? undefined : readMinutes(given, '--minutes');
  const count = textOf(options.n);
  const follow = count === undefined ? undefined : readCount(count, '-n', MOST_FOLLOWING) - 1;
  const session = await openSession(ctx, { write: false });
  const choice = chooseFor(session, minutes, follow);
  const { out } = ctx;
  if (out.json) {
    out.document(await nextDocument(session, choice, 'llmpath/next@1'));
    return;
  }
  const width = Math.min(out.columns, 96);
  for (const line of clockLines(session)) out.note(line);
  const lines = options.why
    ? renderWhy(choice, out.theme, width)
    : [...renderNow(session, choice, out.theme, width), ...renderThen(choice, width)];
  const commands = commandsFor(choice.action).join(' · ');
  if (commands) lines.push('', indent(out.theme.faint(commands), 2, width));
  out.print(lines.join('\n'));
  if (!session.record.enrolment) out.note(newcomerLine(session));
};

function renderWhy(choice: Choice, theme: Theme, width: number): string[] {
  const { action, nextBest } = choice;
  if (action.kind === 'finished') return [action.title];
  const number = (score: number) => (score > 0 ? '+' : '') + round(score).toFixed(1);
  const lines = action.why.map((reason) => ({
    term: reason.term,
    text: reason.text,
    score: reason.term === 'ready' ? 'yes' : number(reason.score),
  }));
  lines.push({ term: 'total', text: '', score: totalOf(action.why).toFixed(1) });
  if (nextBest) {
    lines.push({
      term: 'next best',
      text: nameAction(nextBest.action),
      score: nextBest.total.toFixed(1),
    });
  }
  const body = lines.map(({ term, text, score }) =>
    spread(`  ${padEnd(term, TERM_WIDTH)}`, text, score, width),
  );
  const title = `${theme.strong(nameAction(action))} (${sayMinutes(action)})`;
  return [hang('▸ ', title, width), '', ...body];
}
