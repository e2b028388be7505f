import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { UserError } from '../domain/error.ts';

/** Everything the program takes from the outside, read once. */
export interface Env {
  /** Arguments after the program's name. */
  args: string[];
  variables: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** The folder of the installed package. */
  root: string;
  version: string;
  /** Changes with every build, so that a cache of another build is not used. */
  build: string;
  /** UTC milliseconds; one moment for the whole command. */
  now: number;
  /** The moment of calling, for a command that lasts; stands still where `LLMPATH_NOW` is set. */
  clock(): number;
  /** Milliseconds of a clock that is never set back; stands still where `LLMPATH_NOW` is set. */
  stopwatch(): number;
  /** A number of 32 bits to draw from; the same each time where `LLMPATH_SEED` is set. */
  seed(): number;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  platform: NodeJS.Platform;
}

export interface Folders {
  data: string;
  config: string;
  cache: string;
}

declare const LLMPATH_VERSION: string;
declare const LLMPATH_BUILD: string;

/** `root` is the package's folder. Throws UserError `usage.now` for a wrong `LLMPATH_NOW`. */
export function makeEnv(root: string): Env {
  const now = readNow(process.env.LLMPATH_NOW);
  return {
    args: withoutHelpWord(process.argv.slice(2)),
    variables: process.env,
    cwd: process.cwd(),
    root,
    version: LLMPATH_VERSION,
    build: LLMPATH_BUILD,
    now,
    clock: () => (process.env.LLMPATH_NOW ? now : Date.now()),
    stopwatch: () => (process.env.LLMPATH_NOW ? 0 : performance.now()),
    seed: () => readSeed(process.env.LLMPATH_SEED),
    // Streams are opened only when they are used: each costs a start a millisecond.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return withoutClosedPipe(process.stdout);
    },
    get stderr() {
      return withoutClosedPipe(process.stderr);
    },
    platform: process.platform,
  };
}

/** A reader that stops reading (`llmpath history | head`) ends the program, and is no error. */
function withoutClosedPipe<T extends NodeJS.WriteStream>(stream: T): T {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      process.stderr.write(`✗ The output could not be written: ${error.message}.\n`);
      process.exit(1);
    });
  }
  return stream;
}

function readNow(text: string | undefined): number {
  if (!text) return Date.now();
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at) && at >= 0) return at;
  throw new UserError(
    'usage.now',
    `LLMPATH_NOW is "${text}", which is not an ISO instant.`,
    'Write it like 2026-12-07T20:00:00Z, or unset it.',
  );
}

/** Throws UserError `usage.seed`. */
function readSeed(text: string | undefined): number {
  if (!text) return Math.floor(Math.random() * 2 ** 32);
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed < 2 ** 32) return seed;
  throw new UserError(
    'usage.seed',
    `LLMPATH_SEED is "${text}", which is not a whole number below 2^32.`,
    'Write it like 417, or unset it.',
  );
}

/** `llmpath help done` is `llmpath done --help`. */
function withoutHelpWord(args: readonly string[]): string[] {
  const [first, ...rest] = args;
  return first === 'help' ? [...rest, '--help'] : [...args];
}

/** XDG folders, or one folder for everything when `home` (or `LLMPATH_HOME`) is given. */
export function foldersOf(env: Env, home: string | undefined): Folders {
  const one = home ?? (env.variables.LLMPATH_HOME || undefined);
  if (one !== undefined) {
    const folder = resolve(env.cwd, one);
    return { data: folder, config: folder, cache: join(folder, 'cache') };
  }
  const { data, config, cache } = envPaths('llmpath', { suffix: '' });
  return { data, config, cache };
}

export function databaseFile(folders: Folders): string {
  return join(folders.data, 'llmpath.db');
}

/** A prompt may appear only when both its question and its answer meet a person. */
export function isInteractive(env: Env): boolean {
  return env.stdin.isTTY === true && env.stderr.isTTY === true;
}
