import { listInstalled } from '../content/find.ts';
import { indexPath, type RefIndex } from '../domain/path/refs.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './commands.ts';
import type { Candidate, CompletionCommand } from './completion.ts';
import { makeContext } from './context.ts';
import type { Env } from './env.ts';
import { loadWhole, openSession, pathRoots } from './session.ts';
import { SETTINGS } from './settings.ts';

/** Answers the shell's Tab: the words that may follow, with live refs. Never fails aloud. */
export async function complete(env: Env, words: string[]): Promise<void> {
  try {
    const flags = {
      json: false,
      path: argumentOf(words, '--path'),
      home: argumentOf(words, '--home'),
      color: false,
      input: false,
      quiet: true,
      yes: false,
      debug: false,
    };
    const ctx = await makeContext(env, flags);
    const index = await openSession(ctx, { write: false })
      .then(async (session) => indexPath(await loadWhole(ctx, session.folder)))
      .catch(() => null);
    const paths = listInstalled(pathRoots(ctx)).map(({ id, folder }): Candidate => [id, folder]);
    const { printCandidates } = await import('./completion.ts');
    printCandidates(describe(index, paths), words);
  } catch {
    // A shell has no use for an error in the middle of typing.
  }
}

function argumentOf(words: readonly string[], flag: string): string | undefined {
  const at = words.indexOf(flag);
  return at < 0 ? undefined : words[at + 1] || undefined;
}

function describe(index: RefIndex | null, paths: readonly Candidate[]): CompletionCommand[] {
  const things = index ? [...index.things.values()] : [];
  const refs = (kinds: readonly string[]) =>
    things.filter((t) => kinds.includes(t.kind)).map((t): Candidate => [t.ref, t.title]);
  const work = refs(['topic', 'use', 'milestone']);
  const all = refs(['phase', 'topic', 'use', 'concept', 'milestone', 'resource']);
  const byName: Record<string, readonly Candidate[]> = {
    path: paths,
    folder: paths,
    key: SETTINGS.map(({ key, about }): Candidate => [key, about]),
    shell: [
      ['bash', ''],
      ['zsh', ''],
      ['fish', ''],
    ],
    file: [
      ['path', ''],
      ['resources', ''],
      ['phase', ''],
    ],
  };
  const byCommand: Record<string, readonly Candidate[]> = {
    show: all,
    note: all,
    open: [...work, ...refs(['resource'])],
    skip: [...refs(['phase']), ...work],
    unskip: [...refs(['phase']), ...work],
  };
  const options = (list: readonly (readonly [string, string])[]) =>
    list.flatMap(([flags, about]) => {
      const match = /--([a-z-]+)(.*)$/.exec(flags);
      if (!match) return [];
      const name = match[1] as string;
      const candidates = name === 'path' ? paths : name === 'skip' ? refs(['phase', 'topic']) : [];
      return [{ name, about, takesValue: (match[2] ?? '').includes('<'), candidates }];
    });
  const root = { name: '', summary: '', args: [], options: options(GLOBAL_OPTIONS) };
  return [
    root,
    ...COMMANDS.map((spec) => ({
      name: spec.name,
      summary: spec.summary,
      args: spec.args
        .split(' ')
        .filter(Boolean)
        .map((arg) => {
          const name = arg.replaceAll(/[<>[\].]/g, '');
          const candidates = name === 'ref' ? (byCommand[spec.name] ?? work) : (byName[name] ?? []);
          return { name, variadic: arg.includes('...'), candidates };
        }),
      options: options([...(spec.options ?? []), ...GLOBAL_OPTIONS]),
    })),
  ];
}
