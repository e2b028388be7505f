import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { sep } from 'node:path';
import { isUserError, UserError } from '../domain/error.ts';
import { ELSEWHERE, explainStorageError } from '../storage/errors.ts';

/** A file as a person names it, with `~` for their home. */
export function shortPath(file: string): string {
  const home = homedir();
  return home.length > 1 && file.startsWith(home + sep) ? `~${file.slice(home.length)}` : file;
}

/** Throws UserError `ref.file` where there is no such file. */
export function assertFile(file: string, hint: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) return;
  const message = stat ? `${file} is not a file.` : `There is no file ${file}.`;
  throw new UserError('ref.file', message, hint);
}

/** Does something with a file; what the disk or SQLite refuse is told in words. */
export async function explainingFile<T>(file: string, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (isUserError(error)) throw error;
    const known = explainStorageError(error, file);
    // A file that is named is not the database: the command failed, the database is fine.
    if (!known) throw error;
    const hint = known.hint === ELSEWHERE ? 'Name another file or folder.' : known.hint;
    throw new UserError('file.unusable', known.message, hint);
  }
}
