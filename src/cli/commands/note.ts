import { UserError } from '../../domain/error.ts';
import { indexPath, resolveRef } from '../../domain/path/refs.ts';
import { commit } from '../change.ts';
import { listOf, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { isInteractive } from '../env.ts';
import { keepingText } from '../keep.ts';
import { loadWhole, openSession } from '../session.ts';

const LONGEST_NOTE = 100_000;

export const runNote: Run = async (ctx, [ref, words]) => {
  const session = await openSession(ctx, { write: true });
  const index = indexPath(await loadWhole(ctx, session.folder));
  const thing = resolveRef(index, textOf(ref) ?? '', [
    'topic',
    'use',
    'concept',
    'milestone',
    'phase',
  ]);
  const given = listOf(words).join(' ').trim();
  const text = given === '' ? await askForNote(ctx, thing.ref) : given;
  if (text === '') {
    commit(ctx, session, [], { command: 'note', said: ['The note was empty; nothing changed'] });
    return;
  }
  const save = () => {
    assertLength(text);
    const event = { kind: 'noted' as const, path: session.path.id, ref: thing.ref, body: { text } };
    commit(ctx, session, [event], {
      command: 'note',
      said: [`Noted on ${thing.title}`],
      json: { ref: thing.ref, text },
    });
  };
  // What stands on the command line is in the shell's history; what was typed in an editor is not.
  if (given === '') await keepingText(ctx, 'unsaved-note.md', text, save);
  else save();
};

function assertLength(text: string): void {
  if (text.length <= LONGEST_NOTE) return;
  const message = `A note holds at most ${LONGEST_NOTE} characters; this one has ${text.length}.`;
  throw new UserError('usage.note', message, 'Keep the long version in a file of your own.');
}

async function askForNote(ctx: Context, ref: string): Promise<string> {
  if (!isInteractive(ctx.env) || !ctx.flags.input) {
    const message = 'There is no terminal to open an editor on.';
    throw new UserError('usage.note', message, `Give the text: llmpath note ${ref} "..."`);
  }
  const { editText } = await import('../editor.ts');
  return (await editText(ctx.settings.editor.value, '')).trim();
}
