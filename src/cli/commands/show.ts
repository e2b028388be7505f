import { currentRef, indexPath, resolveRef } from '../../domain/path/refs.ts';
import { type Note, readNotes } from '../../storage/read.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { predictRecall, rememberedIn } from '../recall.ts';
import { indent } from '../render/text.ts';
import { type Library, neededBy, renderNotes, renderThing, type Thing } from '../render/thing.ts';
import { loadWhole, openSession } from '../session.ts';

export const runShow: Run = async (ctx, [ref]) => {
  const opened = await openSession(ctx, { write: false });
  const index = indexPath(await loadWhole(ctx, opened.folder));
  const session: Library = { ...opened, index, prose: indent, recall: null, remembered: null };
  const thing = resolveRef(session.index, textOf(ref) ?? '', [
    'phase',
    'topic',
    'use',
    'concept',
    'milestone',
    'resource',
    'question',
  ]);
  const notes = notesOn(session, thing);
  const recall = predictRecall(session, thing);
  const { out } = ctx;
  if (out.json) {
    const { kind, ...rest } = thing;
    const state = session.record.items.get(thing.ref) ?? null;
    const topic = 'topic' in thing ? session.progress.get(thing.topic.id) : undefined;
    out.document({
      schema: 'llmpath/show@1',
      kind,
      ...rest,
      state,
      topicState: topic?.state ?? null,
      waitingFor: topic?.waitingFor ?? [],
      neededBy: thing.kind === 'topic' ? neededBy(session, thing.topic).map((t) => t.id) : [],
      recall: recall?.today ?? null,
      recallAtFinish: recall?.finish ?? null,
      notes,
    });
    return;
  }
  const width = Math.min(out.columns, 96);
  const prose = await proseFor(ctx, thing);
  const remembered = rememberedIn(session).get(thing.ref) ?? null;
  const library = { ...session, prose, recall, remembered };
  const body = renderThing(library, thing, out.theme, width);
  await out.page([...body, ...renderNotes(session, notes, out.theme, width)].join('\n'));
};

/** How the texts of a thing are set: with formulas laid out where there are any. */
async function proseFor(ctx: Context, thing: Thing): Promise<Library['prose']> {
  if (!JSON.stringify(thing).includes('$')) return indent;
  const { renderMathText } = await import('../formulas.ts');
  const style = ctx.settings.math.value as 'unicode' | 'ascii' | 'spoken';
  return (text, by, width) => {
    const lines = renderMathText(text, { width: width - by, style });
    return lines.map((line) => ' '.repeat(line === '' ? 0 : by) + line).join('\n');
  };
}

/** Notes on the thing itself, and on its parts. */
function notesOn(session: Library, thing: Thing): Note[] {
  if (!session.store) return [];
  const notes = readNotes(session.store, session.path.id).map((note) => ({
    ...note,
    ref: currentRef(session.index, note.ref),
  }));
  return notes.filter((note) => note.ref === thing.ref || note.ref.startsWith(`${thing.ref}/`));
}
