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
    ctx.out.document(await nextDocument(session, choice, 'llmpath/today@1'));
    return;
  }
  const { finishOf } = await import('../forecast.ts');
  const finish = finishOf(session);
  for (const line of clockLines(session)) ctx.out.note(line);
  ctx.out.print(renderToday(session, choice, finish, ctx.out.theme, ctx.out.columns));
  if (!session.record.enrolment) ctx.out.note(newcomerLine(session));
}
