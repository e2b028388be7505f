import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isUserError, UserError } from '../domain/error.ts';
import { stripText } from '../domain/strip.ts';
import { writeWhole } from '../storage/whole-file.ts';
import type { Context } from './context.ts';

/**
 * Does something with a text that a person has just written; when that fails, the text is kept in a
 * file and the error says where, or the error holds it.
 */
export async function keepingText<T>(
  ctx: Context,
  name: string,
  text: string,
  use: () => T | Promise<T>,
): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!isUserError(error)) throw error;
    throw new UserError(error.code, error.message, keep(join(ctx.folders.data, name), text));
  }
}

/** Tells where it is kept; where nothing can be written, it is told itself. */
function keep(file: string, text: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeWhole(file, [text]);
    return `What you wrote is kept in ${file}.`;
  } catch {
    return `It could not be kept in a file either, so copy it from here:\n${stripText(text)}`;
  }
}
