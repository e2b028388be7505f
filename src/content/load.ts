import { basename, join } from 'node:path';
import type { Path } from '../domain/path/path.ts';
import { assertPathFolder, listYamlFiles, PATH_FILE, readPathFile } from './folder.ts';
import {
  type PathFile,
  type PhaseFile,
  pathSchema,
  phaseSchema,
  type ResourcesFile,
  resourcesSchema,
} from './format/schema.ts';
import { parseSource, type Source } from './format/source.ts';
import { stripStrings } from './format/strip.ts';
import { validate } from './format/validate.ts';
import { type Issue, sortIssues } from './issue.ts';
import { linkPath } from './link.ts';
import { RULES } from './rules/rules.ts';

/** A parsed and valid file with the places of its values. */
export interface Loaded<T> {
  source: Source;
  value: T;
}

/** The files of a path, each valid in itself; rules look at them together. */
export interface PathFiles {
  folder: string;
  path: Loaded<PathFile>;
  resources: Loaded<ResourcesFile>;
  phases: Loaded<PhaseFile>[];
  /** YAML files of the folder that the path does not name. */
  unlisted: string[];
  /** Whether all files were valid. When not, the rules see only those that were. */
  complete: boolean;
  /** Ids that stand in the files that were not valid. */
  elsewhere: ReadonlySet<string>;
}

export interface LoadResult {
  /** Null when there is any error. */
  path: Path | null;
  /** Names of the files read. */
  files: string[];
  issues: Issue[];
}

/**
 * Reads, validates and links a path folder. All problems of all files come back at once.
 * `shown` is the folder as the user named it. Throws UserError when the folder is not a path.
 */
export function loadPath(folder: string, shown: string = folder): LoadResult {
  assertPathFolder(folder);
  const issues: Issue[] = [];
  const elsewhere = new Set<string>();
  const read = <T>(name: string, schema: Parameters<typeof validate<T>>[1], from?: Source) =>
    readOne<T>(folder, shown, name, schema, { issues, elsewhere }, from);

  const path = read<PathFile>(PATH_FILE, pathSchema);
  if (!path) return { path: null, files: [PATH_FILE], issues: sortIssues(issues) };
  const resources = read<ResourcesFile>(path.value.resources, resourcesSchema, path.source);
  const phases = path.value.phases.map((name) => read<PhaseFile>(name, phaseSchema, path.source));
  const files = [...new Set([PATH_FILE, path.value.resources, ...path.value.phases])];
  const valid = phases.filter((phase) => phase !== null);
  const all: PathFiles = {
    folder: shown,
    path,
    resources: resources ?? { source: path.source, value: { resources: [] } },
    phases: valid,
    unlisted: listYamlFiles(folder).filter((name) => !files.includes(name)),
    complete: resources !== null && valid.length === phases.length,
    elsewhere,
  };
  for (const rule of RULES) issues.push(...rule(all));
  const wrong = issues.some((issue) => issue.level === 'error');
  return { path: wrong ? null : linkPath(all), files, issues: sortIssues(issues) };
}

function readOne<T>(
  folder: string,
  shown: string,
  name: string,
  schema: Parameters<typeof validate<T>>[1],
  found: { issues: Issue[]; elsewhere: Set<string> },
  from: Source | undefined,
): Loaded<T> | null {
  const { issues, elsewhere } = found;
  const file = join(shown, name);
  const content = readPathFile(folder, name);
  if ('problem' in content) {
    const { message, hint } = { message: `${file} ${content.problem}`, hint: content.hint };
    if (from)
      issues.push(from.issue('error', 'file.unusable', keyOf(from, name), message, { hint }));
    else {
      const place = { file, line: 1, column: 1, excerpt: null };
      issues.push({ level: 'error', code: 'file.unusable', ...place, message, hint });
    }
    return null;
  }
  const { source, issues: syntax } = parseSource(file, content.text);
  issues.push(...syntax);
  const giveUp = () => {
    for (const [, id] of content.text.matchAll(/\bid:\s*["']?([a-z0-9-]+)/g))
      elsewhere.add(`${id}`);
    return null;
  };
  if (syntax.length > 0) return giveUp();
  const message = `Control characters were taken out of ${basename(file)}`;
  let value: unknown;
  try {
    value = stripStrings(source.value, (path) => {
      issues.push(source.issue('warning', 'text.control', path, message, { hint: 'Delete them.' }));
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const hint = 'Write it out flat, without anchors.';
    issues.push(source.issue('error', 'yaml.limit', [], 'The file is nested too deeply', { hint }));
    return giveUp();
  }
  const result = validate({ ...source, value }, schema);
  issues.push(...result.issues);
  return result.value === null ? giveUp() : { source, value: result.value };
}

/** Where the path file names another file. */
function keyOf(from: Source, name: string): (string | number)[] {
  const value = from.value as PathFile;
  const at = value.phases.indexOf(name);
  return value.resources === name ? ['resources'] : ['phases', at];
}
