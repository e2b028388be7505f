import { drawScope } from '../../domain/quiz/generate/draw.ts';
import { fillText } from '../../domain/quiz/generate/fill.ts';
import { parseText } from '../../domain/quiz/generate/text.ts';
import type { KeyPath, Source } from '../format/source.ts';
import type { Issue } from '../issue.ts';
import type { LinkedQuestion } from '../link-questions.ts';
import type { PathFiles } from '../path-files.ts';
import { textsOf } from './questions.ts';
import { eachTopic } from './walk.ts';

/** The formulas of a text that cannot be laid out, each with the rest of a sentence about it. */
export type CheckFormulas = (text: string) => { tex: string; problem: string }[];

/**
 * Formulas between dollar signs that would be shown as their TeX. Warnings. Of generated questions
 * one variant is looked at.
 */
export function checkFormulas(
  files: PathFiles,
  linked: readonly LinkedQuestion[],
  check: CheckFormulas,
): Issue[] {
  const texts = [...pathTexts(files), ...linked.flatMap(questionTexts)];
  return texts.flatMap(({ source, place, text }) =>
    check(text).map(({ tex, problem }) => {
      const message = `$${tex}$ will be shown as it is: ${problem}`;
      const hint = 'Mend the formula, or write \\$ for a dollar sign.';
      return source.issue('warning', 'text.formula', place, message, { hint });
    }),
  );
}

interface TextAt {
  source: Source;
  place: KeyPath;
  text: string;
}

function pathTexts(files: PathFiles): TextAt[] {
  return eachTopic(files).flatMap(({ file: { source }, topic, at }) => [
    ...(topic.concepts ?? []).flatMap(({ definition, relevance }, i) => [
      { source, place: [...at, 'concepts', i, 'definition'], text: definition },
      { source, place: [...at, 'concepts', i, 'relevance'], text: relevance },
    ]),
    ...(topic.milestones ?? []).map(({ brief }, i) => {
      return { source, place: [...at, 'milestones', i, 'brief'], text: brief };
    }),
  ]);
}

const SEED = 1;

function questionTexts({ file: { source }, entry, at, template }: LinkedQuestion): TextAt[] {
  if (!template) return [];
  const texts = textsOf(entry).map(({ text, place }) => ({
    source,
    place: [...at, ...place],
    text,
  }));
  if (!template.generated) return texts;
  try {
    const scope = drawScope(template, SEED);
    const names = new Set(scope.keys());
    const fill = (text: string) => fillText(parseText(text, names), scope);
    return texts.map((entry) => ({ ...entry, text: fill(entry.text) }));
  } catch {
    // What cannot be drawn is a fault of its own, which the draws tell.
    return [];
  }
}
