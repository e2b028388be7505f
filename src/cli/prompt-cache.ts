import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampYamlFiles } from '../content/cache.ts';
import { type Stamp, stampFile } from '../content/folder.ts';
import type { Day } from '../domain/day.ts';
import type { Context } from './context.ts';
import { folderNamed, today } from './session.ts';

/**
 * The last answer of `prompt`, which a shell asks for at every Enter. It stands while nothing that
 * it was made from has changed: the program, the flags, the day, the database and the path's files.
 */
interface Remembered<T> {
  made: {
    build: string;
    folder: string;
    day: Day;
    database: (Stamp | null)[];
    files: Stamp[];
  };
  /** What the database said that is needed to tell whether it still stands. */
  enrolled: Enrolled | null;
  answer: T;
}

/** The path enrolled in last. */
interface Enrolled {
  path: string;
  folder: string | null;
  timezone: string | null;
}

export function recallPrompt<T>(ctx: Context): T | null {
  try {
    const text = readFileSync(cacheFile(ctx), 'utf8');
    const { made, enrolled, answer } = JSON.parse(text) as Remembered<T>;
    const now = describe(ctx, enrolled);
    return JSON.stringify(made) === JSON.stringify(now) ? answer : null;
  } catch {
    return null;
  }
}

/** Keeps an answer. Not for one that changes by itself, as while a clock runs. */
export function rememberPrompt<T>(ctx: Context, enrolled: Enrolled | null, answer: T): void {
  const file = cacheFile(ctx);
  const remembered: Remembered<T> = { made: describe(ctx, enrolled), enrolled, answer };
  try {
    mkdirSync(ctx.folders.cache, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(remembered), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    rmSync(`${file}.${process.pid}`, { force: true });
  }
}

function describe(ctx: Context, enrolled: Enrolled | null): Remembered<unknown>['made'] {
  const { data } = ctx.folders;
  const named = ctx.flags.path ?? ctx.settings.path.value;
  const from = named ? null : (enrolled?.folder ?? null);
  const folder = folderNamed(ctx, named || enrolled?.path || 'llm', from);
  return {
    build: ctx.env.build,
    folder,
    day: today(ctx, enrolled?.timezone ?? null),
    database: ['llmpath.db', 'llmpath.db-wal'].map((name) => stampContent(data, name)),
    files: stampYamlFiles(folder),
  };
}

/** An empty write-ahead log comes and goes with each reader, and holds nothing. */
function stampContent(folder: string, name: string): Stamp | null {
  const stamp = stampFile(folder, name);
  return stamp && stamp[1] > 0 ? stamp : null;
}

function cacheFile(ctx: Context): string {
  return join(ctx.folders.cache, 'prompt.json');
}
