import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../domain/error.ts';
import { didYouMean, nearest } from '../domain/spelling.ts';
import { PATH_FILE } from './folder.ts';

/** A path that can be named by its id. */
export interface InstalledPath {
  id: string;
  folder: string;
  bundled: boolean;
}

/** Where paths are installed: with the program, and in the learner's own folder. */
export interface PathRoots {
  bundled: string;
  own: string;
}

export function listInstalled(roots: PathRoots): InstalledPath[] {
  const own = foldersIn(roots.own).map((id) => ({
    id,
    folder: join(roots.own, id),
    bundled: false,
  }));
  const bundled = foldersIn(roots.bundled)
    .filter((id) => !own.some((path) => path.id === id))
    .map((id) => ({ id, folder: join(roots.bundled, id), bundled: true }));
  return [...own, ...bundled].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The folder of a path named by id or by folder. A folder is meant when the name has a slash, is
 * `.`, or when no installed path is called so and a folder is.
 * Throws UserError `path.unknown`.
 */
export function findPathFolder(roots: PathRoots, name: string, cwd: string): string {
  const isFolder = isAbsolute(name) || /[\\/]/.test(name) || name === '.' || name === '..';
  if (isFolder) return resolve(cwd, name);
  for (const root of [roots.own, roots.bundled]) {
    const folder = join(root, name);
    if (existsSync(join(folder, PATH_FILE))) return folder;
  }
  const local = resolve(cwd, name);
  if (name !== '' && isFolderPath(local)) return local;
  const ids = listInstalled(roots).map((path) => path.id);
  const hint = didYouMean(nearest(name, ids)) || `Installed: ${ids.join(', ')}.`;
  throw new UserError(
    'path.unknown',
    `There is no path called "${name}". ${hint}`,
    'llmpath path list',
  );
}

function isFolderPath(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => existsSync(join(root, name, PATH_FILE)));
  } catch {
    return [];
  }
}
