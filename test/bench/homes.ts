import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays } from '../../src/domain/day.ts';
import type { NewEvent } from '../../src/domain/event/event.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { openDatabase } from '../../src/storage/store.ts';

export const BIN = resolve('bin/llmpath.js');

/** Things of the bundled path that time is logged on. */
const REFS = [
  'math-vectors/3b1b-linear-algebra',
  'math-vectors/khan-linear-algebra',
  'math-matrices/mit-1806',
  'math-derivatives/3b1b-calculus',
  'math-probability/stat110',
];
const FIRST_DAY = '2024-01-01';
const DAY_MS = 86_400_000;

/** A learner's home with a log of `count` events, spread over up to three years. */
export async function homeWithEvents(count: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'llmpath-bench-'));
  spawnSync(process.execPath, [BIN, 'init', '--yes'], {
    env: { ...process.env, LLMPATH_HOME: home, LLMPATH_NOW: `${FIRST_DAY}T12:00:00Z` },
  });
  const file = join(home, 'llmpath.db');
  const db = await openDatabase(file, { create: false });
  if (!db) throw new Error(`${file} was not made`);
  const perDay = Math.max(1, Math.ceil(count / 1000));
  for (let written = 1; written < count; written += perDay) {
    const day = Math.floor(written / perDay);
    const today = addDays(FIRST_DAY, day);
    const now = Date.parse(`${FIRST_DAY}T12:00:00Z`) + day * DAY_MS;
    const events = Array.from({ length: Math.min(perDay, count - written) }, (_, i): NewEvent => {
      const ref = REFS[i % REFS.length] as string;
      return {
        kind: 'time-logged',
        path: 'llm',
        ref,
        body: { minutes: 1, day: today, estimated: false },
      };
    });
    appendEvents({ db, file, now, today, schedule: DEFAULT_SCHEDULE }, events);
  }
  db.close();
  return home;
}
