import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { moveInPlace } from './whole-file.ts';

/**
 * Puts a sound file in the place of a damaged database, of which a copy is kept. Gives the folder of
 * the copy. `now` is UTC milliseconds.
 */
export function replaceDamaged(database: string, file: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const parent = join(dirname(database), 'damaged');
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const kept = mkdtempSync(join(parent, `${stamp}-`));
  for (const part of ['', '-wal']) {
    if (existsSync(database + part)) copyFileSync(database + part, join(kept, `llmpath.db${part}`));
  }
  const old = openSync(database, 'r+');
  for (const part of ['-wal', '-shm']) rmSync(database + part, { force: true });
  moveInPlace(file, database);
  // A program that still has the old file open must not go on writing to it unseen.
  ftruncateSync(old, 0);
  closeSync(old);
  return kept;
}
