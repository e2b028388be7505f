import { chooseFor, nextDocument } from '../choice.ts';
import type { Context } from '../context.ts';
import { clockLines, newcomerLine } from '../remarks.ts';
import { renderToday } from '../render/today.ts';
import { openSession } from '../session.ts';

/** `llmpath` alone. */
export async function runToday(ctx: Context): Promise<void> {
  const session = await openSession(ctx, { write: false });
  const choice = chooseFor(session);
  if (ctx.out.json) {
    ctx.out.document(nextDocument(session, choice, 'llmpath/today@1'));
    return;
  }
  for (const line of clockLines(session)) ctx.out.note(line);
  ctx.out.print(renderToday(session, choice, ctx.out.theme, ctx.out.columns));
  if (!session.record.enrolment) ctx.out.note(newcomerLine(session.path.title, session.path.pace));
}
