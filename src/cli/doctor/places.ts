import { chmodSync, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isUserError } from '../../domain/error.ts';
import type { Context } from '../context.ts';
import { databaseFile } from '../env.ts';
import { formatBytes } from '../render/bytes.ts';
import { plural } from '../render/text.ts';
import { readStored, settingsFile } from '../settings.ts';
import { bad, type Check, good, note } from './check.ts';

const FIX = 'llmpath doctor --fix';
/** Less free space than this is soon none. */
const LITTLE = 50_000_000;

export function checkSettings({ folders }: Context): Check {
  try {
    const count = Object.keys(readStored(settingsFile(folders))).length;
    return good('settings', count === 0 ? 'all as they come' : `${count} set, all valid`);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return bad('settings', 'config.json has a mistake', 'llmpath config edit');
  }
}

/** Whether everything kept is for its owner alone. */
export function checkFolders(ctx: Context): Check {
  const { data } = ctx.folders;
  if (!existsSync(data)) return note('folders', 'nothing was kept yet');
  if (ctx.env.platform === 'win32') return good('folders', 'there');
  const open = findOpen(ctx);
  if (open.length === 0) return good('folders', 'for you alone (0700, files 0600)');
  const list = plural(open.length, 'file or folder', 'files or folders');
  return bad('folders', `${list} can be read by others on this machine`, FIX);
}

/** Closes to others what is open to them. Gives how many files and folders. */
export function closeToOthers(ctx: Context): number {
  if (ctx.env.platform === 'win32') return 0;
  const open = findOpen(ctx);
  for (const { file, mode } of open) chmodSync(file, mode);
  return open.length;
}

function findOpen(ctx: Context): { file: string; mode: number }[] {
  const { data, config, cache } = ctx.folders;
  const inner = ['backups', 'damaged'].map((name) => join(data, name));
  const folders = [...new Set([data, config, cache, ...inner])].filter((name) => existsSync(name));
  const files = [data, ...inner].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /\.db(-wal|-shm)?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const isOpen = (file: string) => (statSync(file).mode & 0o077) !== 0;
  return [
    ...folders.filter(isOpen).map((file) => ({ file, mode: 0o700 })),
    ...[...files, settingsFile(ctx.folders)]
      .filter((file) => existsSync(file) && isOpen(file))
      .map((file) => ({ file, mode: 0o600 })),
  ];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Room for the database to grow, and for a copy of it. */
export function checkSpace(ctx: Context): Check {
  const { data } = ctx.folders;
  if (!existsSync(data)) return note('space', 'nothing was kept yet');
  const { bavail, bsize } = statfsSync(data);
  const free = bavail * bsize;
  const size = statSync(databaseFile(ctx.folders), { throwIfNoEntry: false })?.size ?? 0;
  const detail = `${formatBytes(free)} free, the database takes ${formatBytes(size)}`;
  return free > Math.max(LITTLE, 3 * size)
    ? good('space', detail)
    : bad('space', detail, 'Free some space.');
}
