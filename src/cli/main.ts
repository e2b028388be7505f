import type { Issue } from '../content/issue.ts';
import { isUserError, UserError } from '../domain/error.ts';
import { explainStorageError, isDiskError } from '../storage/errors.ts';
import { COMMANDS } from './commands.ts';
import { databaseFile, type Env, foldersOf, makeEnv } from './env.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { makeTheme, type Theme, wrapFor } from './output.ts';
import { CommanderError, explainUsage, makeProgram } from './program.ts';
import { renderIssues, sayCounts } from './render/issues.ts';

const REPORT =
  'Nothing you recorded is lost; llmpath doctor looks whether all of it is sound. Please report ' +
  'this where you got llmpath, with the command.';

/** Runs one command; `root` is the folder of the installed package. Sets the exit code. */
export async function run(root: string): Promise<void> {
  let env: Env | undefined;
  try {
    env = makeEnv(root);
    if (env.args[0] === 'complete' && env.args[1] === '--') {
      await (await import('./complete.ts')).complete(env, env.args.slice(2));
      return;
    }
    await makeProgram(env).parseAsync(env.args, { from: 'user' });
  } catch (error) {
    process.exitCode = await report(error, env);
  }
}

/** Prints an error once and gives its exit code. */
async function report(error: unknown, env: Env | undefined): Promise<number> {
  if (error instanceof CommanderError) {
    const word = env?.args.find((arg) => COMMANDS.some((spec) => spec.name.split(' ')[0] === arg));
    const usage = explainUsage(error, word);
    return usage ? report(usage, env) : EXIT.done;
  }
  const known = isUserError(error) ? error : explainSystemError(error, env);
  const args = env?.args ?? process.argv.slice(2);
  if (known) {
    await printKnown(known, env, args.includes('--json'));
    if (args.includes('--debug')) process.stderr.write(`\n${(error as Error).stack}\n`);
    return exitCodeOf(known);
  }
  await printBug(error, args, env?.root ?? '');
  return EXIT.failed;
}

async function printKnown(error: UserError, env: Env | undefined, json: boolean): Promise<void> {
  const { code, message, hint, details } = error;
  if (json) {
    process.stderr.write(`${JSON.stringify({ error: { code, message, hint, ...details } })}\n`);
    return;
  }
  const theme = env ? await errorTheme(env) : null;
  const issues = details.issues as Issue[] | undefined;
  const sign = theme ? theme.trouble('✗') : '✗';
  if (issues && theme) {
    const columns = process.stderr.columns ?? 80;
    process.stderr.write(`${renderIssues(issues, theme, columns)}\n\n`);
    process.stderr.write(`  ${sayCounts(issues, new Set(issues.map((i) => i.file)).size)}\n`);
  }
  process.stderr.write(`${wrapFor(process.stderr, message, `${sign} `)}\n`);
  if (hint) process.stderr.write(`${wrapFor(process.stderr, hint, '  ')}\n`);
}

/** In a form that can go into a bug report as it is. */
async function printBug(error: unknown, args: readonly string[], root: string): Promise<void> {
  const { firstLineWithoutPrivate, withoutPrivate } = await import('./redact.ts');
  const said = error instanceof Error ? error.message : String(error);
  const message = firstLineWithoutPrivate(said, root);
  if (args.includes('--json')) {
    const hint = REPORT;
    process.stderr.write(`${JSON.stringify({ error: { code: 'bug', message, hint } })}\n`);
  } else {
    process.stderr.write(`✗ This is a mistake in llmpath: ${message}\n`);
    process.stderr.write(`${wrapFor(process.stderr, REPORT, '  ')}\n`);
  }
  if (args.includes('--debug') && error instanceof Error) {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
    process.stderr.write(`${withoutPrivate(frames.join('\n'), root)}\n`);
  } else process.stderr.write('  With --debug it says where it happened.\n');
}

/** Colours for errors, which may come before the settings could be read. */
function errorTheme(env: Env): Promise<Theme> {
  const auto = { value: 'auto', source: 'default' } as const;
  const flags = { color: !env.args.includes('--no-color') };
  return makeTheme(env, flags, { color: auto, hyperlinks: auto }, env.stderr);
}

/** What SQLite or the file system refused, in words; null for a mistake of the program. */
function explainSystemError(error: unknown, env: Env | undefined): UserError | null {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code?.startsWith('SQLITE_')) return explainStorageError(error, fileOf(env));
  if (!code || !syscall) return null;
  if (syscall === 'uv_cwd') {
    const message = 'The folder you are in no longer exists.';
    return new UserError('file.no-folder', message, 'Go to another one: cd');
  }
  if (isDiskError(error)) return explainStorageError(error, path ?? fileOf(env));
  return new UserError('file.unusable', `${path ?? 'A file'} cannot be used: ${code}.`);
}

function fileOf(env: Env | undefined): string {
  if (!env) return 'the database';
  const at = env.args.indexOf('--home');
  return databaseFile(foldersOf(env, at < 0 ? undefined : env.args[at + 1]));
}
