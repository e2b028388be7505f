import type { Path } from '../domain/path/path.ts';
import type { Template } from '../domain/quiz/template.ts';
import {
  assertPathFolder,
  listQuestionFiles,
  listYamlFiles,
  PATH_FILE,
  QUESTIONS_FOLDER,
} from './folder.ts';
import { type QuestionsFile, questionsSchema } from './format/questions.ts';
import {
  MOST_PHASES,
  type PathFile,
  type PhaseFile,
  pathSchema,
  phaseSchema,
  type ResourcesFile,
  resourcesSchema,
} from './format/schema.ts';
import type { Source } from './format/source.ts';
import { type Issue, sortIssues } from './issue.ts';
import { linkPath } from './link.ts';
import { linkQuestions } from './link-questions.ts';
import type { Loaded, PathFiles } from './path-files.ts';
import { FileReader } from './read-file.ts';
import { checkDraws } from './rules/draws.ts';
import { type CheckFormulas, checkFormulas } from './rules/formulas.ts';
import { RULES } from './rules/rules.ts';

export interface DeepCheck {
  formulas: CheckFormulas;
  /** How many seeds each question is drawn with. */
  seeds: number;
}

export interface LoadResult {
  /** Null when there is any error. */
  path: Path | null;
  /** Its questions; none where there is an error. */
  templates: Template[];
  /** Names of the files read. */
  files: string[];
  issues: Issue[];
}

/**
 * Reads, validates and links a path folder. All problems of all files come back at once.
 * `shown` is the folder as the user named it. With `deep` it also looks at what takes long: the
 * formulas in texts, and what the questions give when they are drawn.
 * Throws UserError when the folder is not a path.
 */
export function loadPath(
  folder: string,
  shown: string = folder,
  deep: DeepCheck | null = null,
): LoadResult {
  assertPathFolder(folder);
  const reader = new FileReader(folder, shown);
  const source = reader.parse(PATH_FILE, null);
  const path = source && reader.check<PathFile>(source, pathSchema);
  const names = source ? namedFiles(source) : { resources: null, phases: [] };
  const resources = loadResources(reader, source, names.resources);
  const phases = loadPhases(reader, source, names.phases);
  const asked = loadQuestions(reader, folder);
  const files = [PATH_FILE, ...(names.resources ? [names.resources] : []), ...names.phases];
  const result = { path: null, templates: [], files: [...new Set([...files, ...asked.names])] };
  if (!path) return { ...result, issues: sortIssues(reader.issues) };

  const valid = phases.filter((phase) => phase !== null);
  const all: PathFiles = {
    folder: shown,
    path,
    resources: resources ?? { source: path.source, value: { resources: [] } },
    phases: valid,
    questions: asked.files,
    unlisted: listYamlFiles(folder).filter((name) => !files.includes(name)),
    complete: resources !== null && valid.length === phases.length,
    elsewhere: reader.elsewhere,
    unread: {
      topic: names.phases.some((name) => reader.unread.has(name)),
      resource: reader.unread.has(path.value.resources),
    },
  };
  const { linked, issues: unlinked } = linkQuestions(all);
  let issues = [...reader.issues, ...RULES.flatMap((rule) => rule(all)), ...unlinked];
  if (deep) issues = issues.concat(checkFormulas(all, linked, deep.formulas));
  if (deep && !hasErrors(issues)) issues = issues.concat(checkDraws(linked, deep.seeds));
  if (hasErrors(issues)) return { ...result, issues: sortIssues(issues) };
  const templates = linked.flatMap(({ template }) => template ?? []);
  return { ...result, path: linkPath(all, templates), templates, issues: sortIssues(issues) };
}

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.level === 'error');
}

function loadQuestions(
  reader: FileReader,
  folder: string,
): { names: string[]; files: Loaded<QuestionsFile>[] } {
  const list = listQuestionFiles(folder);
  if ('problem' in list) {
    reader.refuse(QUESTIONS_FOLDER, null, list);
    return { names: [], files: [] };
  }
  const files = list.names.flatMap((name) => {
    const source = reader.parse(name, null);
    return (source && reader.check<QuestionsFile>(source, questionsSchema)) ?? [];
  });
  return { names: list.names, files };
}

/** The files that a path.yaml names, as far as it can be told when it is not valid itself. */
function namedFiles(source: Source): { resources: string | null; phases: string[] } {
  const { resources, phases } = (source.value ?? {}) as Partial<Record<string, unknown>>;
  const isName = (name: unknown): name is string =>
    typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$/.test(name);
  return {
    resources: isName(resources) ? resources : null,
    phases: Array.isArray(phases) ? phases.filter(isName).slice(0, MOST_PHASES) : [],
  };
}

function loadResources(reader: FileReader, from: Source | null, name: string | null) {
  if (from === null || name === null) return null;
  const source = reader.parse(name, from.issue('error', '', ['resources'], ''));
  return source && reader.check<ResourcesFile>(source, resourcesSchema);
}

function loadPhases(
  reader: FileReader,
  from: Source | null,
  names: string[],
): (Loaded<PhaseFile> | null)[] {
  return names.map((name, i) => {
    const source = from && reader.parse(name, from.issue('error', '', ['phases', i], ''));
    return source && reader.check<PhaseFile>(source, phaseSchema);
  });
}
