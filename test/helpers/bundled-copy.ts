import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cli.ts';

/** A copy of the bundled path in a folder of its own. */
export function copyBundledPath(): string {
  const folder = join(temporaryFolder(), 'llm-copy');
  cpSync('paths/llm', folder, { recursive: true });
  return folder;
}

/** Changes a file as one would in an editor. Throws where `from` does not stand. */
export function editFile(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replaceAll(from, to);
  if (after === before) throw new Error(`${from} does not stand in ${file}`);
  writeFileSync(file, after);
}
