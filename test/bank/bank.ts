import { loadPath } from '../../src/content/load.ts';
import { type Path, topicsOf } from '../../src/domain/path/path.ts';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import type { Template } from '../../src/domain/quiz/template.ts';
import { variantSeed } from '../../src/domain/quiz/variant.ts';

const { path, templates, issues } = loadPath('paths/llm');
if (!path)
  throw new Error(issues.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));

/** The bundled path, with all its texts. */
export const PATH: Path = path;

/** The bundled questions. */
export const TEMPLATES: readonly Template[] = templates;

export const TOPICS: readonly string[] = topicsOf(path).map((topic) => topic.id);

export function templatesOf(topic: string): Template[] {
  return templates.filter((template) => template.topic === topic);
}

/** The n-th variant of a question, in an order of options of its own. */
export function variant(template: Template, n: number): Question {
  return drawQuestion(template, variantSeed(1, template.ref, n));
}
