import { formatMinutes } from '../../domain/duration.ts';
import { chooseFor } from '../choice.ts';
import { clockMinutes } from '../clock.ts';
import type { Run } from '../command.ts';
import type { Context } from '../context.ts';
import { recallPrompt, rememberPrompt } from '../prompt-cache.ts';
import { nameAction, sayMinutes } from '../render/action.ts';
import { cut } from '../render/text.ts';
import { openSession, type Session } from '../session.ts';

const WIDTH = 60;

interface Answer {
  text: string;
  next: { ref: string | null; title: string; minutes: number };
}

export const runPrompt: Run = async (ctx) => {
  const answer = recallPrompt<Answer>(ctx) ?? (await workOut(ctx));
  if (ctx.out.json) ctx.out.document({ schema: 'llmpath/prompt@1', ...answer });
  else ctx.out.print(answer.text);
};

async function workOut(ctx: Context): Promise<Answer> {
  const session = await openSession(ctx, { write: false });
  const { action } = chooseFor(session, undefined, 0);
  const { ref, title, minutes } = action;
  const line =
    clockLine(session) ??
    (action.kind === 'finished' ? '✓ path done' : `▸ ${sayMinutes(action)} ${nameAction(action)}`);
  const answer = { text: cut(line, WIDTH), next: { ref, title, minutes } };
  if (!session.record.clock) rememberPrompt(ctx, session.enrolled, answer);
  return answer;
}

function clockLine(session: Session): string | null {
  const { clock } = session.record;
  if (!clock) return null;
  const sign = clock.runningSince === null ? '‖' : '●';
  const title = session.index.things.get(clock.ref)?.title ?? clock.ref;
  return `${sign} ${formatMinutes(clockMinutes(clock, session.now))} ${title}`;
}
