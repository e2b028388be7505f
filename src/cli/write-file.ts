import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../domain/error.ts';
import { writeAll } from '../storage/whole-file.ts';

/**
 * Writes a whole file or none: into a new one beside it, which takes its place once all of it is on
 * disk. Throws UserError `file.exists` for a file that is there, unless `force`, and `file.*` where
 * it cannot be written.
 */
export function writeWholeFile(file: string, text: string, force: boolean): void {
  if (!force) assertFree(file);
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    const handle = openSync(part, 'wx');
    try {
      fill(handle, text);
      if (!force) assertFree(file);
      renameSync(part, file);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  } catch (error) {
    throw explainFileError(error, file) ?? error;
  }
}

/** Writes all of it to disk and closes the file. */
function fill(handle: number, text: string): void {
  try {
    writeAll(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Throws UserError `file.exists`. */
export function assertFree(file: string): void {
  if (!existsSync(file)) return;
  const message = `${file} is there already, and was left as it is.`;
  throw new UserError(
    'file.exists',
    message,
    'Write over it with --force, or name another with -o.',
  );
}

export function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}

const REASONS: Record<string, (file: string) => string> = {
  ENOENT: (file) => `There is no folder ${dirname(file)} to write ${basename(file)} in.`,
  ENOTDIR: (file) => `${dirname(file)} is not a folder.`,
  EISDIR: (file) => `${file} is a folder.`,
  EACCES: (file) => `${file} cannot be written: permission denied.`,
  EPERM: (file) => `${file} cannot be written: not permitted.`,
  EROFS: (file) => `${file} lies on a read-only disk.`,
  ENOSPC: (file) => `The disk is full, so ${file} could not be written.`,
  EDQUOT: (file) => `The disk is full, so ${file} could not be written.`,
  EFBIG: (file) => `${file} would be larger than files may be here.`,
  ENAMETOOLONG: (file) => `The name of ${file} is too long.`,
};

function explainFileError(error: unknown, file: string): UserError | null {
  const { code } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''];
  if (!reason) return null;
  return new UserError(
    'file.unusable',
    `${reason(file)} Nothing was written.`,
    'Name another place with -o FILE.',
  );
}
