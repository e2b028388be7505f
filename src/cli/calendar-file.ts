import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../domain/error.ts';
import type { Context } from './context.ts';

/** More than any calendar that is read, and little enough to hold. */
const MOST_BYTES = 5 * 1024 * 1024;

const HINT = 'Give an .ics file that you exported from your calendar, or - to read it from a pipe.';

/**
 * The text of a calendar file as the user named it, or of what is piped in for `-`.
 * Throws UserError `calendar.unreadable` or `calendar.too-large`.
 */
export async function readCalendarFile({ env }: Context, name: string): Promise<string> {
  if (name === '-') return readAll(env.stdin);
  if (name.trim() === '') {
    throw new UserError('calendar.unreadable', '--from-ics needs the name of a file.', HINT);
  }
  try {
    return await readAll(createReadStream(resolve(env.cwd, name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof UserError) throw error;
    const message = `${name} ${REASONS[code] ?? `cannot be read: ${code}`}.`;
    throw new UserError('calendar.unreadable', message, HINT);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read: permission denied',
};

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) {
      const hint = 'Export the calendar with your days off alone, or fewer years of it.';
      throw new UserError('calendar.too-large', 'The calendar is larger than 5 MB.', hint);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
