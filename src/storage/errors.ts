import { UserError } from '../domain/error.ts';

/** What SQLite and the file system report, in the user's words; null when it is neither. */
export function explainStorageError(error: unknown, file: string): UserError | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  const rule = RULES.find(([prefix]) => code.startsWith(prefix));
  if (!rule) return null;
  const [, name, sentence, hint] = rule;
  return new UserError(`store.${name}`, sentence(file), hint);
}

/** What no file is to blame for, so that the place that was written to is to be named. */
export function isDiskError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].includes(String(code));
}

type Rule = [prefix: string, name: string, sentence: (file: string) => string, hint: string];

/** The hint where another home would help. */
export const ELSEWHERE = 'Choose a folder you may write to with --home FOLDER or LLMPATH_HOME.';
const RULES: Rule[] = [
  [
    'SQLITE_NOTADB',
    'not-a-database',
    (file) => `${file} is not an llmpath database. It was left as it is.`,
    'Move that file away, or name another folder with --home.',
  ],
  [
    'SQLITE_CORRUPT',
    'damaged',
    (file) => `The database ${file} is damaged. It was left as it is.`,
    'llmpath doctor says what can be saved, and llmpath doctor --fix saves it and keeps the damaged file.',
  ],
  [
    'SQLITE_READONLY',
    'read-only',
    (file) => `The database ${file} cannot be written: the file or its folder is read-only.`,
    ELSEWHERE,
  ],
  ['SQLITE_CANTOPEN', 'cannot-open', (file) => `The database ${file} cannot be opened.`, ELSEWHERE],
  [
    'SQLITE_BUSY',
    'busy',
    (file) => `Another program kept the database ${file} locked for over ten seconds.`,
    'Nothing was changed. Try again in a moment.',
  ],
  [
    'SQLITE_FULL',
    'disk-full',
    (file) => `The disk is full, so nothing could be saved in ${file}.`,
    'Nothing was changed. Free some space and try again.',
  ],
  [
    'SQLITE_IOERR',
    'disk-error',
    (file) => `The disk failed at ${file}: it may be full, or have a fault.`,
    'Nothing was changed. Free some space or check the disk, then try again.',
  ],
  [
    'EFBIG',
    'disk-full',
    (file) => `${file} would grow larger than files may be here (ulimit -f).`,
    'Raise that limit with ulimit -f unlimited, then try again.',
  ],
  [
    'EDQUOT',
    'disk-full',
    (file) => `Your quota of disk space is used up, so ${file} could not be written.`,
    'Free some space and try again.',
  ],
  [
    'EIO',
    'disk-error',
    (file) => `The disk reported an error at ${file}.`,
    'Check the disk, then try again.',
  ],
  ['EACCES', 'read-only', (file) => `${file} cannot be written: permission denied.`, ELSEWHERE],
  ['EPERM', 'read-only', (file) => `${file} cannot be written: not permitted.`, ELSEWHERE],
  ['EROFS', 'read-only', (file) => `${file} lies on a read-only disk.`, ELSEWHERE],
  [
    'ENOTDIR',
    'no-folder',
    (file) => `${file} cannot be made: part of its path is a file.`,
    ELSEWHERE,
  ],
  ['ENOENT', 'no-folder', (file) => `${file} cannot be made: its folder is missing.`, ELSEWHERE],
  [
    'EEXIST',
    'no-folder',
    (file) => `${file} cannot be made: a file stands in its place.`,
    ELSEWHERE,
  ],
  [
    'ENOSPC',
    'disk-full',
    (file) => `The disk is full, so ${file} could not be written.`,
    'Free some space and try again.',
  ],
];
