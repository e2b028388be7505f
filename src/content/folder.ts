import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../domain/error.ts';

/** A file's identity for the cache: changes whenever its content may have. */
export type Stamp = [name: string, size: number, modified: string, changed: string];

export const PATH_FILE = 'path.yaml';
/** The folder of question files inside that of a path. */
export const QUESTIONS_FOLDER = 'questions';
const LARGEST_FILE = 2 * 1024 * 1024;
const MOST_QUESTION_FILES = 1000;

/** Throws UserError `path.missing` or `path.not-a-path` unless the folder holds a `path.yaml`. */
export function assertPathFolder(folder: string): void {
  const stat = statOrNull(folder);
  if (!stat) {
    throw new UserError('path.missing', `There is no folder ${folder}.`, 'llmpath path list');
  }
  if (!stat.isDirectory()) {
    const hint = 'Name the folder that holds path.yaml.';
    throw new UserError('path.not-a-path', `${folder} is a file; a path is a folder.`, hint);
  }
  if (!statSync(join(folder, PATH_FILE), { throwIfNoEntry: false })) {
    const hint = 'A path begins with a path.yaml: llmpath path schema shows what it holds.';
    throw new UserError(
      'path.not-a-path',
      `${folder} has no ${PATH_FILE}, so it is no path.`,
      hint,
    );
  }
}

/** Null also for a name that cannot be that of a file. */
function statOrNull(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

export function stampFile(folder: string, name: string): Stamp | null {
  const stat = statSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
  return stat ? [name, Number(stat.size), `${stat.mtimeNs}`, `${stat.ctimeNs}`] : null;
}

/** YAML files that stand in the folder, by name. */
export function listYamlFiles(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort();
}

/**
 * The question files of a path's folder, each with the name of its own folder; none where there is
 * no such folder. What stands there and is no folder is a problem, as a sentence's end.
 */
export function listQuestionFiles(
  folder: string,
): { names: string[] } | { problem: string; hint: string } {
  const inner = join(folder, QUESTIONS_FOLDER);
  try {
    const link = lstatSync(inner, { throwIfNoEntry: false });
    if (!link) return { names: [] };
    const target = statSync(inner, { throwIfNoEntry: false });
    if (!target?.isDirectory()) {
      return { problem: 'is not a folder', hint: 'Put a folder of question files there.' };
    }
    if (link.isSymbolicLink() && !isInside(folder, inner)) {
      return { problem: 'is a link that leaves the folder', hint: 'Put the folder itself there.' };
    }
    const names = listYamlFiles(inner).map((name) => `${QUESTIONS_FOLDER}/${name}`);
    if (names.length <= MOST_QUESTION_FILES) return { names };
    return { problem: `has more than ${MOST_QUESTION_FILES} files`, hint: 'Join some of them.' };
  } catch (error) {
    return unreadable(error, 'Put a readable folder there.');
  }
}

/** The text of a file of the folder, or why it cannot be had, as a sentence's end. */
export function readPathFile(
  folder: string,
  name: string,
): { text: string } | { problem: string; hint: string } {
  try {
    return readInside(folder, name);
  } catch (error) {
    return unreadable(error, 'Put a readable file there.');
  }
}

/** What the system refused, as a sentence's end. */
function unreadable(error: unknown, hint: string): { problem: string; hint: string } {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const reason = code === 'EACCES' ? 'permission denied' : code;
  return { problem: `cannot be read: ${reason}`, hint };
}

function readInside(folder: string, name: string): ReturnType<typeof readPathFile> {
  const file = join(folder, name);
  const link = lstatSync(file, { throwIfNoEntry: false });
  if (!link) return { problem: 'does not exist', hint: 'Create it, or take it off the list.' };
  const target = link.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : link;
  if (!target) return { problem: 'is a link to nothing', hint: 'Put the file itself there.' };
  if (!isInside(folder, file)) {
    return { problem: 'is a link that leaves the folder', hint: 'Put the file itself there.' };
  }
  if (!target.isFile()) return { problem: 'is not a file', hint: 'Put a YAML file there.' };
  if (target.size > LARGEST_FILE) {
    return { problem: 'is larger than 2 MB', hint: 'Split it into several files.' };
  }
  return { text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') };
}

/** Whether a file or folder, links followed, stands inside the folder. */
function isInside(folder: string, file: string): boolean {
  return realpathSync(file).startsWith(realpathSync(folder) + sep);
}
