import { UserError } from '../../domain/error.ts';
import type { Path } from '../../domain/path/path.ts';
import { indexPath, type RefIndex, resolveRef, type Thing } from '../../domain/path/refs.ts';
import { questionsOf } from '../../domain/quiz/bank.ts';
import { drawQuestion, NoDraw } from '../../domain/quiz/generate/draw.ts';
import type { Question } from '../../domain/quiz/question.ts';
import type { Template } from '../../domain/quiz/template.ts';
import type { MathStyle } from '../../math/render.ts';
import { type Run, textOf } from '../command.ts';
import { makeTypesetter } from '../quiz/prose.ts';
import { renderPreview } from '../render/preview.ts';
import { currentFolder, loadTemplates, loadWhole, openStore } from '../session.ts';

/** What everything is drawn with unless told, so that a preview is the same each time. */
const SEED = 1;
const LARGEST_SEED = 2 ** 32 - 1;

/** Questions of a ref as the learner would get them. */
export const runPathPreview: Run = async (ctx, [ref], options) => {
  const seed = readSeed(textOf(options.seed));
  const answers = options.answers === true;
  const folder = currentFolder(ctx, (await openStore(ctx, { write: false }))?.db ?? null);
  const index = indexPath(await loadWhole(ctx, folder));
  const thing = resolveRef(index, textOf(ref) ?? '', ['question', 'concept', 'topic', 'phase']);
  const refs = questionRefs(thing);
  if (refs.length === 0) {
    const message = `There are no questions on ${thing.ref} yet.`;
    throw new UserError('ref.questions', message, 'llmpath path show');
  }
  const topics = [...new Set(refs.map((wanted) => wanted.slice(0, wanted.indexOf('/'))))];
  const templates = await loadTemplates(ctx, folder, topics);
  const questions = refs.flatMap((wanted) => {
    const template = templates.find((known) => known.ref === wanted);
    return template ? drawFor(template, seed) : [];
  });
  const { out } = ctx;
  if (out.json) {
    const list = questions.map((question) => documentOf(question, answers));
    out.document({ schema: 'llmpath/path-preview@1', questions: list });
    return;
  }
  const width = Math.min(out.columns, 96);
  const typesetter = makeTypesetter(ctx.settings.math.value as MathStyle);
  await typesetter.load(JSON.stringify(questions));
  const blocks = questions.map((question) => {
    const name = conceptName(index, question);
    return renderPreview(question, name, answers, typesetter.prose, out.theme, width).join('\n');
  });
  await out.page(blocks.join('\n\n\n'));
};

function readSeed(text: string | undefined): number {
  if (text === undefined) return SEED;
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (seed <= LARGEST_SEED) return seed;
  const message = `"${text}" in --seed is not a whole number from 0 to ${LARGEST_SEED}.`;
  throw new UserError('usage.seed', message);
}

type Previewed = Extract<Thing<Path>, { kind: 'question' | 'concept' | 'topic' | 'phase' }>;

/** The refs of the questions of a thing, in the order of the path. */
function questionRefs(thing: Previewed): string[] {
  switch (thing.kind) {
    case 'question':
      return [thing.ref];
    case 'concept':
      return questionsOf(thing.topic)
        .filter((question) => question.concept === thing.ref)
        .map((question) => question.ref);
    case 'topic':
      return questionsOf(thing.topic).map((question) => question.ref);
    case 'phase':
      return thing.phase.topics.flatMap(questionsOf).map((question) => question.ref);
  }
}

function drawFor(template: Template, seed: number): Question {
  try {
    return drawQuestion(template, seed);
  } catch (error) {
    if (!(error instanceof NoDraw)) throw error;
    const hint = 'llmpath path check tells what to mend.';
    throw new UserError('path.question', error.message, hint);
  }
}

function conceptName(index: RefIndex<Path>, { concept }: Question): string {
  return index.things.get(concept)?.title ?? concept;
}

/** With `answers` all of it, else what the learner sees before answering. */
function documentOf(question: Question, answers: boolean): Record<string, unknown> {
  const { ref, topic, concept, kind, difficulty, generated, seed, prompt, source } = question;
  const shown = { id: ref, topic, concept, kind, difficulty, generated, seed, prompt };
  const { explain, hints } = question;
  return {
    ...shown,
    options: null,
    ...choicesOf(question, answers),
    ...(answers && { ...keyOf(question), explain, hints, source, asOf: question.asOf }),
  };
}

/** What one chooses from, and what else one must know to answer; named as `quiz --stdio` does. */
function choicesOf(question: Question, answers: boolean): Record<string, unknown> {
  switch (question.kind) {
    case 'choice':
    case 'several': {
      const { options } = question;
      return { options: answers ? options : options.map(({ id, text }) => ({ id, text })) };
    }
    case 'order':
      return { items: question.items };
    case 'match':
      return { left: question.left, right: question.right };
    case 'number':
      return { unit: question.unit };
    case 'expression':
      return { variables: question.variables };
    default:
      return {};
  }
}

function keyOf(question: Question): Record<string, unknown> {
  const slips = 'slips' in question ? { slips: question.slips } : {};
  const feedback = question.kind === 'truefalse' ? { feedback: question.feedback } : {};
  const tolerance = 'tolerance' in question ? question.tolerance : null;
  return { answer: question.answer ?? 'undefined', tolerance, ...slips, ...feedback };
}
