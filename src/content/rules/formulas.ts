import type { KeyPath } from '../format/source.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { eachTopic } from './walk.ts';

/** The formulas of a text that cannot be laid out, each with the rest of a sentence about it. */
export type CheckFormulas = (text: string) => { tex: string; problem: string }[];

/** Formulas between dollar signs that would be shown as their TeX. Warnings. */
export function checkFormulas(files: PathFiles, check: CheckFormulas): Issue[] {
  return eachTopic(files).flatMap(({ file, topic, at }) => {
    const texts: [KeyPath, string][] = [];
    topic.concepts?.forEach((concept, i) => {
      texts.push([[...at, 'concepts', i, 'definition'], concept.definition]);
      texts.push([[...at, 'concepts', i, 'relevance'], concept.relevance]);
    });
    topic.milestones?.forEach((milestone, i) => {
      texts.push([[...at, 'milestones', i, 'brief'], milestone.brief]);
    });
    return texts.flatMap(([place, text]) =>
      check(text).map(({ tex, problem }) => {
        const message = `$${tex}$ will be shown as it is: ${problem}`;
        const hint = 'Mend the formula, or write \\$ for a dollar sign.';
        return file.source.issue('warning', 'text.formula', place, message, { hint });
      }),
    );
  });
}
