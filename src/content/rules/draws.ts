import { inspectTemplate } from '../../domain/quiz/inspect.ts';
import { nameOf } from '../format/validate.ts';
import type { Issue } from '../issue.ts';
import type { LinkedQuestion } from '../link-questions.ts';

/** Of a question without parameters, only the order in which it is shown depends on the seed. */
const SEEDS_WITHOUT_PARAMS = 3;

/** What is wrong with questions once they are drawn, each from as many seeds. */
export function checkDraws(linked: readonly LinkedQuestion[], seeds: number): Issue[] {
  const from = Array.from({ length: seeds }, (_, seed) => seed);
  return linked.flatMap(({ file, entry, at, template }) => {
    if (!template) return [];
    const own = template.generated ? from : from.slice(0, SEEDS_WITHOUT_PARAMS);
    return inspectTemplate(template, own).map(({ place, problem }) => {
      const what = place.length === 0 ? entry.id : `${nameOf(place)} of ${entry.id}`;
      return file.source.issue('error', 'question.draw', [...at, ...place], `${what} ${problem}`);
    });
  });
}
