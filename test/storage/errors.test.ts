import { expect, test } from 'vitest';
import { explainStorageError } from '../../src/storage/errors.ts';

test.each([
  ['SQLITE_NOTADB', 'store.not-a-database'],
  ['SQLITE_CORRUPT', 'store.damaged'],
  ['SQLITE_CORRUPT_VTAB', 'store.damaged'],
  ['SQLITE_READONLY', 'store.read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'store.read-only'],
  ['SQLITE_CANTOPEN', 'store.cannot-open'],
  ['SQLITE_BUSY', 'store.busy'],
  ['SQLITE_BUSY_RECOVERY', 'store.busy'],
  ['SQLITE_FULL', 'store.disk-full'],
  ['SQLITE_IOERR_FSYNC', 'store.disk-error'],
  ['EACCES', 'store.read-only'],
  ['EPERM', 'store.read-only'],
  ['EROFS', 'store.read-only'],
  ['ENOTDIR', 'store.no-folder'],
  ['ENOENT', 'store.no-folder'],
  ['EEXIST', 'store.no-folder'],
  ['ENOSPC', 'store.disk-full'],
])('%s is told as %s, with the file and what to do', (code, expected) => {
  const error = explainStorageError(
    Object.assign(new Error('raw'), { code }),
    '/home/a/llmpath.db',
  );
  expect(error).toMatchObject({ name: 'UserError', code: expected });
  expect(error?.message).toContain('/home/a/llmpath.db');
  expect(error?.message).not.toContain('raw');
  expect(error?.hint).toMatch(/\.$/);
});

test.each([
  ['a bug', new TypeError('x is not a function')],
  ['a code of something else', Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
  ['a code that is a number', Object.assign(new Error('x'), { code: 5 })],
  ['nothing', null],
])('%s is not taken for a storage error', (_, error) => {
  expect(explainStorageError(error, 'llmpath.db')).toBeNull();
});
