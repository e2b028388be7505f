import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../domain/error.ts';

/** A file's identity for the cache: changes whenever its content may have. */
export type Stamp = [name: string, size: number, modified: string, changed: string];

export const PATH_FILE = 'path.yaml';
const LARGEST_FILE = 2 * 1024 * 1024;

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

/** The text of a file of the folder, or why it cannot be had, as a sentence's end. */
export function readPathFile(
  folder: string,
  name: string,
): { text: string } | { problem: string; hint: string } {
  try {
    return readInside(folder, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = code === 'EACCES' ? 'permission denied' : code;
    return { problem: `cannot be read: ${reason}`, hint: 'Put a readable file there.' };
  }
}

function readInside(folder: string, name: string): ReturnType<typeof readPathFile> {
  const file = join(folder, name);
  const link = lstatSync(file, { throwIfNoEntry: false });
  if (!link) return { problem: 'does not exist', hint: 'Create it, or take it off the list.' };
  const inside = realpathSync(folder) + sep;
  const target = link.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : link;
  if (!target) return { problem: 'is a link to nothing', hint: 'Put the file itself there.' };
  if (!realpathSync(file).startsWith(inside)) {
    return { problem: 'is a link that leaves the folder', hint: 'Put the file itself there.' };
  }
  if (!target.isFile()) return { problem: 'is not a file', hint: 'Put a YAML file there.' };
  if (target.size > LARGEST_FILE) {
    return { problem: 'is larger than 2 MB', hint: 'Split it into several files.' };
  }
  return { text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') };
}
