import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of all TypeScript files under a folder. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
