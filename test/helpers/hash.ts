import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a file holds, as a short text to compare. */
export function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Every file below a folder with what it holds; caches do not count. */
export function fingerprints(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => !/^cache\b/.test(name) && isFile(join(folder, name)));
  return Object.fromEntries(files.map((name) => [name, fingerprint(join(folder, name))]));
}

function isFile(file: string): boolean {
  return statSync(file).isFile();
}
