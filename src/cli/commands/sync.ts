import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../domain/error.ts';
import { stripText } from '../../domain/strip.ts';
import { deviceOf } from '../../storage/device.ts';
import { type Exchanged, exchangeEvents, type Skipped } from '../../storage/exchange.ts';
import { findFact, saveFact } from '../../storage/facts.ts';
import type { Store } from '../../storage/store.ts';
import { openSessionIfAny } from '../any-session.ts';
import { reportChange } from '../change.ts';
import { clockMinutes } from '../clock.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { explainingFile, shortPath } from '../files.ts';
import { commitFiles, findRepository, pull, push, type Repository } from '../git.ts';
import { plural } from '../render/text.ts';
import { openStore, refresh, type Session } from '../session.ts';

/** Where the last exchange was, so that it need not be named again. */
const FOLDER = 'sync-folder';
const MOST_TRIES = 4;

interface Synced extends Exchanged {
  /** What git did, null where the folder is no repository with a remote. */
  git: { remote: string; problem: string | null } | null;
}

export const runSync: Run = async (ctx, [name]) => {
  const store = await openStore(ctx, { write: true });
  if (!store) throw new Error('a store that is opened to write is there');
  const folder = folderOf(ctx, store, textOf(name));
  const before = await openSessionIfAny(ctx);
  const synced = await explainingFile(folder, () => synchronise(store, folder));
  saveFact(store, FOLDER, folder);
  const after = before && refresh(ctx, before);
  const said = [...sayExchange(synced, folder), ...sayClock(before, after)];
  const { received, sent, machines, skipped, git } = synced;
  const json = { folder, received, sent, machines, skipped: skipped.map(toJson), git };
  if (before && after) reportChange(ctx, before, after, { command: 'sync', said, json }, false);
  else if (ctx.out.json) ctx.out.document({ schema: 'llmpath/sync@1', ...json });
  else ctx.out.print(said.join('\n'));
  for (const file of skipped) ctx.out.warn(`\n${saySkipped(file)}`);
  if (git?.problem) {
    const told = stripText(git.problem).slice(0, 300);
    ctx.out.warn(`\nYour git could not exchange with ${git.remote}: ${told}`);
    ctx.out.warn('What is in the folder was exchanged, and nothing is lost: sync again later.');
  }
  if (skipped.length > 0 || git?.problem) process.exitCode = EXIT.failed;
};

/** The folder named, or that of the last time. Throws UserError `usage.folder` and `ref.folder`. */
function folderOf(ctx: Context, store: Store, given: string | undefined): string {
  const folder = given === undefined ? findFact(store, FOLDER) : resolve(ctx.env.cwd, given);
  if (folder === null) {
    const message = 'Name the folder through which your machines exchange what you did.';
    throw new UserError('usage.folder', message, 'llmpath sync ~/Dropbox/llmpath');
  }
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return folder;
  const message = stat ? `${folder} is not a folder.` : `There is no folder ${folder}.`;
  throw new UserError('ref.folder', message, stat ? undefined : `mkdir ${folder}`);
}

function synchronise(store: Store, folder: string): Synced {
  const repository = findRepository(folder);
  if (!repository) return { ...exchangeEvents(store, folder), git: null };
  let problem = pull(repository);
  let all = exchangeEvents(store, folder);
  for (let tries = 1; problem === null; tries++) {
    problem = commitFiles(
      repository,
      [deviceOf(store.db)].filter((own) => hasFiles(folder, own)),
    );
    const pushed = problem === null ? push(repository) : 'done';
    if (pushed === 'done') break;
    if (pushed instanceof Error) problem = pushed.message;
    else if (tries === MOST_TRIES) problem = 'others push all the time';
    else {
      problem = pull(repository);
      all = add(all, exchangeEvents(store, folder));
    }
  }
  return { ...all, git: toGit(repository, problem) };
}

function hasFiles(folder: string, device: string): boolean {
  return statSync(resolve(folder, device), { throwIfNoEntry: false }) !== undefined;
}

function toGit({ remote }: Repository, problem: string | null) {
  return { remote, problem };
}

function add(a: Exchanged, b: Exchanged): Exchanged {
  const [received, sent] = [a.received + b.received, a.sent + b.sent];
  return { received, sent, machines: b.machines, skipped: b.skipped };
}

function sayExchange({ received, sent, machines, git }: Synced, folder: string): string[] {
  const through = git && git.problem === null ? `, pulled from and pushed to ${git.remote}` : '';
  const others = machines - 1;
  const came = received === 0 ? 'Nothing new' : plural(received, 'new event');
  const went = sent === 0 ? 'nothing' : plural(sent, 'event');
  return [
    `Exchanged through ${shortPath(folder)}${through}`,
    others === 0
      ? `No other machine has been there yet; ${went} written for it`
      : `${came} from ${plural(others, 'other machine')}, ${went} written for ${others === 1 ? 'it' : 'them'}`,
  ];
}

/** The running clock is one over all machines, so another one may have taken its place. */
function sayClock(before: Session | null, after: Session | null): string[] {
  const clock = before?.record.clock;
  const now = after?.record.clock;
  if (!clock || !after || now?.startedAt === clock.startedAt) return [];
  const minutes = clockMinutes(clock, after.now);
  const what = now ? 'another one was started since' : 'it was stopped since';
  return [
    `The clock on ${clock.ref} no longer runs: on another machine ${what}. If its ${minutes} min are not counted: llmpath log ${clock.ref} --minutes ${minutes}`,
  ];
}

function saySkipped({ file, problem, line, own }: Skipped): string {
  const place = stripText(line === null ? file : `${file}:${line}`);
  const then = own
    ? 'It was set aside, and its events were written again.'
    : 'Nothing of it was taken; sync again once that machine has synced.';
  return `${place} ${problem}. ${then}`;
}

function toJson({ file, problem, line, own }: Skipped) {
  return { file, problem, line, own };
}
