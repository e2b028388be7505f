import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../domain/error.ts';
import { didYouMean, nearest } from '../domain/spelling.ts';
import { closeStores, finishCommand } from './after.ts';
import type { CommandSpec } from './command.ts';
import { runToday } from './commands/today.ts';
import { COMMANDS, GLOBAL_OPTIONS, PARENTS } from './commands.ts';
import { type Context, type GlobalFlags, makeContext } from './context.ts';
import type { Env } from './env.ts';
import { indent } from './render/text.ts';

const EXAMPLES = `Begin with llmpath, which says what to do now, and llmpath init, which sets your days and hours.
Then llmpath start runs a clock while you study, and llmpath done says that it is finished.

A ref is an id such as math-vectors, or any unambiguous part of it from either end.`;

/** The command line: parses the arguments and runs one command. */
export function makeProgram(env: Env): Command {
  const program = new Command('llmpath')
    .description('What to study now, an honest calendar, and progress that is never lost.')
    .version(env.version, '--version', 'the version')
    .helpOption('-h, --help', 'this help')
    .helpCommand(false)
    .usage('[command] [options]')
    .configureHelp({ visibleArguments: () => [], subcommandTerm: nameWithArguments })
    .addHelpText('after', () => `\n${indent(EXAMPLES, 0, helpWidth(env))}`);
  settle(program, env);
  for (const [flags, about] of GLOBAL_OPTIONS) program.option(flags, about);
  program.action(async () => {
    await runToday(await contextOf(env, program));
  });
  const parents = new Map<string, Command>();
  const called = calledCommands(env.args);
  for (const spec of called ?? COMMANDS) addCommand(program, parents, spec, env);
  return program;
}

/**
 * The commands that the first word calls, so that a start does not pay for describing all of them.
 * Null where there is no word, as for `--help`: then all are described.
 * Throws UserError `usage.command` for a word that calls none.
 */
function calledCommands(args: readonly string[]): CommandSpec[] | null {
  const valued = ['--path', '--home'];
  const word = args.find((arg, i) => !arg.startsWith('-') && !valued.includes(args[i - 1] ?? ''));
  if (word === undefined) return null;
  const called = COMMANDS.filter((spec) => spec.name.split(' ')[0] === word);
  if (called.length === 0) throw unknownCommand(word);
  return called;
}

function addCommand(
  program: Command,
  parents: Map<string, Command>,
  spec: CommandSpec,
  env: Env,
): void {
  const words = spec.name.split(' ');
  const word = words.at(-1) as string;
  const parent =
    words.length === 1 ? program : findParent(program, parents, words[0] as string, env);
  const command = parent
    .command(spec.args === '' ? word : `${word} ${spec.args}`)
    .description(spec.summary)
    .helpGroup(`${spec.group}:`)
    .helpOption('-h, --help', 'this help')
    .helpCommand(false)
    .allowExcessArguments(false);
  settle(command, env);
  if (words.length === 1) parents.set(spec.name, command);
  for (const [flags, about] of spec.options ?? []) command.option(flags, about);
  addGlobals(command);
  const { details } = spec;
  if (details) command.addHelpText('after', () => `\n${indent(details, 0, helpWidth(env))}`);
  command.action(async (...all: unknown[]) => {
    const given = all.slice(0, -2) as (string | string[] | undefined)[];
    const ctx = await contextOf(env, command, spec.mends);
    try {
      await spec.run(ctx, given, command.opts());
      await finishCommand(ctx);
    } finally {
      closeStores(ctx);
    }
  });
}

/** `done [ref]`: that a command takes flags goes without saying. */
function nameWithArguments(command: Command): string {
  const args = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '...' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...args].join(' ');
}

/** The command that holds subcommands: an existing one, or one made for them. */
function findParent(
  program: Command,
  parents: Map<string, Command>,
  name: string,
  env: Env,
): Command {
  const existing = parents.get(name);
  if (existing) return existing;
  const parent = program
    .command(name)
    .description(PARENTS[name] ?? '')
    .helpGroup('The path:')
    .helpOption('-h, --help', 'this help')
    .helpCommand(false)
    .argument('[command]')
    .usage('[command]')
    .configureHelp({ visibleArguments: () => [], subcommandTerm: nameWithArguments })
    .allowExcessArguments();
  settle(parent, env);
  addGlobals(parent);
  parent.action((word: string | undefined) => {
    if (word !== undefined) throw unknownCommand(`${name} ${word}`);
    parent.outputHelp();
  });
  parents.set(name, parent);
  return parent;
}

/** Global flags may stand after any command; only the program's own help lists them. */
function addGlobals(command: Command): void {
  for (const [flags, about] of GLOBAL_OPTIONS) {
    command.addOption(new Option(flags, about).hideHelp());
  }
}

function helpWidth(env: Env): number {
  const columns = env.stdout.columns ?? Number(env.variables.COLUMNS ?? 80);
  return Math.min(100, Math.max(40, columns || 80));
}

/** Errors are thrown, so that `main` alone prints them. */
function settle(command: Command, env: Env): void {
  command.exitOverride();
  command.configureHelp({ ...command.configureHelp(), minWidthToWrap: 10 });
  command.configureOutput({
    writeOut: (text) => env.stdout.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => helpWidth(env),
  });
}

function unknownCommand(words: string): UserError {
  const names = [...COMMANDS.map((spec) => spec.name), ...Object.keys(PARENTS)];
  const close = didYouMean(nearest(words, names, 2));
  const message = `There is no command "${words}". ${close}`.trim();
  return new UserError('usage.command', message, 'llmpath --help lists them.');
}

/** The context of a command: each global flag from wherever on the line it stands. */
function contextOf(env: Env, command: Command, mends?: boolean): Promise<Context> {
  const find = (name: string): unknown => {
    for (let at: Command | null = command; at; at = at.parent) {
      if (at.getOptionValueSource(name) === 'cli') return at.getOptionValue(name);
    }
    return undefined;
  };
  const text = (name: string) => {
    const value = find(name);
    return typeof value === 'string' ? value : undefined;
  };
  const flags: GlobalFlags = {
    json: find('json') === true,
    path: text('path'),
    home: text('home'),
    color: find('color') !== false,
    plainMath: find('plainMath') === true,
    input: find('input') !== false,
    quiet: find('quiet') === true,
    yes: find('yes') === true,
    debug: find('debug') === true,
  };
  return makeContext(env, flags, mends);
}

/** Commander's complaints in our words; null when it only printed help or the version. */
export function explainUsage(error: CommanderError, word?: string): UserError | null {
  if (['commander.helpDisplayed', 'commander.version', 'commander.help'].includes(error.code)) {
    return null;
  }
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\n\(?/g, ' ')
    .replace(/\)$/, '');
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const code = `usage.${error.code.replace('commander.', '')}`;
  const hint = word === undefined ? 'llmpath --help' : `llmpath ${word} --help`;
  return new UserError(code, /[.?]$/.test(sentence) ? sentence : `${sentence}.`, hint);
}

export { CommanderError };
