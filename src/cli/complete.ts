import { listInstalled } from '../content/find.ts';
import { indexPath, type RefIndex, type ThingKind } from '../domain/path/refs.ts';
import type { CommandSpec } from './command.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './commands.ts';
import { SCRIPTS } from './completion.ts';
import { type Context, makeContext } from './context.ts';
import { comingDaysOff } from './day-changes.ts';
import type { Env } from './env.ts';
import { loadWhole, openSession, pathRoots } from './session.ts';
import { SETTINGS } from './settings.ts';

/** A word that may stand here, and what it is. */
type Candidate = readonly [value: string, about: string];

/** Answers the shell's Tab for the words typed so far; the last is being typed. Never fails aloud. */
export async function complete(env: Env, words: string[]): Promise<void> {
  const current = words.at(-1) ?? '';
  const candidates = await findCandidates(env, words.slice(0, -1), current).catch(() => []);
  const lines = candidates
    .filter(([value]) => value.startsWith(current))
    .map(([value, about]) => `${value}\t${about}\n`);
  env.stdout.write(lines.join(''));
}

async function findCandidates(env: Env, before: string[], current: string): Promise<Candidate[]> {
  const { spec, positional } = readWords(before);
  const flag = before.at(-1);
  const valued = optionsOf(spec).find((option) => option.name === flag && option.takesValue);
  if (valued) return valuesOf(env, before, spec, valued.name.slice(2));
  if (current.startsWith('-')) return optionsOf(spec).map(({ name, about }) => [name, about]);
  if (!spec || COMMANDS.some((other) => other.name.startsWith(`${spec.name} `))) {
    return namesAfter(positional);
  }
  const args = spec.args.split(' ').filter(Boolean);
  const place = positional.length - spec.name.split(' ').length;
  const arg = args[place] ?? (args.at(-1)?.includes('...') ? args.at(-1) : undefined);
  return arg ? valuesOf(env, before, spec, arg.replaceAll(/[<>[\].]/g, '')) : [];
}

/** The command that the words call, and the words that are no flags or their values. */
function readWords(before: readonly string[]) {
  const flags = new Set(
    [...COMMANDS.flatMap((spec) => spec.options ?? []), ...GLOBAL_OPTIONS]
      .filter(([text]) => text.includes('<'))
      .map(([text]) => text.split(' ')[0]),
  );
  const positional = before.filter(
    (word, i) => !word.startsWith('-') && !flags.has(before[i - 1] ?? ''),
  );
  const calls = (spec: CommandSpec) =>
    spec.name.split(' ').every((part, i) => part === positional[i]);
  const spec = COMMANDS.filter(calls).sort((a, b) => b.name.length - a.name.length)[0];
  return { spec, positional };
}

/** The next words of commands that begin with the ones given. */
function namesAfter(positional: readonly string[]): Candidate[] {
  const next = COMMANDS.flatMap(({ name, summary }): Candidate[] => {
    const parts = name.split(' ');
    const fits = positional.every((word, i) => word === parts[i]);
    const word = parts[positional.length];
    return fits && word ? [[word, parts.length > positional.length + 1 ? '' : summary]] : [];
  });
  return [...new Map(next.map((candidate) => [candidate[0], candidate])).values()];
}

function optionsOf(spec: CommandSpec | undefined) {
  return [...(spec?.options ?? []), ...GLOBAL_OPTIONS].map(([text, about]) => {
    const [name = '', value] = text.split(' ');
    return { name, about, takesValue: value !== undefined };
  });
}

const WORK: ThingKind[] = ['topic', 'use', 'milestone'];
const KINDS: Record<string, ThingKind[]> = {
  show: ['phase', 'topic', 'use', 'concept', 'milestone', 'resource'],
  note: ['phase', 'topic', 'use', 'concept', 'milestone'],
  open: [...WORK, 'resource'],
  skip: ['phase', ...WORK],
  unskip: ['phase', ...WORK],
  init: ['phase', 'topic'],
  'path preview': ['phase', 'topic', 'concept', 'question'],
  quiz: ['phase', 'topic', 'concept'],
};

/** What may stand for an argument or an option's value, by its name. */
async function valuesOf(
  env: Env,
  before: readonly string[],
  spec: CommandSpec | undefined,
  name: string,
): Promise<Candidate[]> {
  if (name === 'shell') return Object.keys(SCRIPTS).map((shell) => [shell, '']);
  if (name === 'file') {
    return ['path', 'resources', 'phase', 'questions'].map((file) => [file, '']);
  }
  if (name === 'hours' && spec?.name === 'hours') return [['usual', 'with --on: as usual again']];
  if (name === 'day' && spec?.name === 'finish') return [['none', 'no target']];
  if (name === 'key') return SETTINGS.map(({ key, about }) => [key, about]);
  const ctx = await contextFor(env, before);
  if (name === 'path' || name === 'folder') {
    return listInstalled(pathRoots(ctx)).map(({ id, folder }) => [id, folder]);
  }
  if (name === 'days' && before.includes('--remove')) return daysOff(ctx);
  if (name !== 'ref' && name !== 'skip') return [];
  const kinds = KINDS[spec?.name ?? ''] ?? WORK;
  const things = [...(await wholeIndex(ctx)).things.values()];
  return things
    .filter((thing) => kinds.includes(thing.kind))
    .map((thing) => [thing.ref, thing.title]);
}

async function daysOff(ctx: Context): Promise<Candidate[]> {
  const days = comingDaysOff(await openSession(ctx, { write: false }));
  return days.map(({ from, to, title }) => [from === to ? from : `${from}..${to}`, title ?? '']);
}

async function wholeIndex(ctx: Context): Promise<RefIndex> {
  const session = await openSession(ctx, { write: false });
  return indexPath(await loadWhole(ctx, session.folder));
}

function contextFor(env: Env, before: readonly string[]): Promise<Context> {
  const valueAfter = (flag: string) => before[before.indexOf(flag) + 1];
  return makeContext(env, {
    json: false,
    path: before.includes('--path') ? valueAfter('--path') : undefined,
    home: before.includes('--home') ? valueAfter('--home') : undefined,
    color: false,
    plainMath: false,
    input: false,
    quiet: true,
    yes: false,
    debug: false,
  });
}
