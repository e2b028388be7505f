import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** The git repository around a folder, with the remote that it exchanges with. */
export interface Repository {
  folder: string;
  remote: string;
  branch: string;
}

interface Answer {
  ok: boolean;
  text: string;
}

const LONGEST_MS = 120_000;

/** Null where there is no git, no repository or no remote. */
export function findRepository(folder: string): Repository | null {
  const inside = git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (!inside.ok || inside.text !== 'true') return null;
  const branch = git(folder, ['symbolic-ref', '--short', 'HEAD']);
  const remotes = git(folder, ['remote']).text.split('\n').filter(Boolean);
  const chosen = git(folder, ['config', `branch.${branch.text}.remote`]).text;
  const remote = [chosen, 'origin', ...remotes].find((name) => remotes.includes(name));
  return branch.ok && remote !== undefined ? { folder, remote, branch: branch.text } : null;
}

/**
 * Brings what others pushed. Merges, so that no commit of the learner is rewritten; of a file that
 * two machines changed, the lines of both stay. Gives what went wrong, null for nothing.
 */
export function pull({ folder, remote, branch }: Repository): string | null {
  const there = git(folder, ['ls-remote', '--heads', '--', remote, `refs/heads/${branch}`]);
  if (!there.ok) return there.text;
  if (there.text === '') return null;
  const args = ['pull', '--no-rebase', '--no-edit', '--quiet', '--', remote, branch];
  const pulled = git(folder, ['-c', 'merge.default=union', ...args]);
  return pulled.ok ? null : pulled.text;
}

/** Commits the files of machines alone, whatever else is changed in the repository. */
export function commitFiles({ folder }: Repository, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const added = git(folder, ['add', '--', ...names]);
  if (!added.ok) return added.text;
  if (git(folder, ['diff', '--cached', '--quiet', '--', ...names]).ok) return null;
  const done = git(folder, ['commit', '--quiet', '-m', 'llmpath sync', '--', ...names]);
  return done.ok ? null : done.text;
}

/** `refused` where the remote has something new: pull first. */
export function push({ folder, remote, branch }: Repository): 'done' | 'refused' | Error {
  const pushed = git(folder, ['push', '--quiet', '-u', '--', remote, branch]);
  if (pushed.ok) return 'done';
  return /rejected|non-fast-forward|fetch first/.test(pushed.text)
    ? 'refused'
    : new Error(pushed.text);
}

/** The user's own git, with their settings; never in a shell. */
function git(folder: string, args: readonly string[]): Answer {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: LONGEST_MS,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nobody is there to answer; messages are looked at, so they must be in one language.
    env: { ...env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  });
  if (status === 0) return { ok: true, text: stdout.trim() };
  return {
    ok: false,
    text: firstLine(stderr) || error?.message || `git ${basename(args[0] ?? '')} failed`,
  };
}

/** What git says is wrong, without its advice. */
function firstLine(text: string | null): string {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  const told =
    lines.find((line) => /^(fatal|error|ERROR|CONFLICT| ! )/.test(line)) ?? lines[0] ?? '';
  // An address may hold a password.
  return told
    .replace(/^(fatal|error): /, '')
    .replaceAll(/\/\/[^/@\s]+@/g, '//')
    .trim();
}
