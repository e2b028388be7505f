import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { findDamage, findWrongTables } from '../../src/storage/inspect.ts';
import { newStore } from '../helpers/store.ts';

/** Fails unless the file is sound and every derived row is what its log says. Gives its event ids. */
export async function expectSound(file: string): Promise<string[]> {
  const store = await newStore(file);
  try {
    expect(findDamage(store.db)).toEqual([]);
    expect(findWrongTables(store)).toEqual([]);
    return store.db.prepare('SELECT id FROM event ORDER BY id').pluck().all() as string[];
  } finally {
    store.db.close();
  }
}

/** The schema of a file, without anything of the program touching it. */
export function schemaOf(file: string): number {
  const db = new Sqlite(file);
  try {
    return db.pragma('user_version', { simple: true }) as number;
  } finally {
    db.close();
  }
}

/** One row of the table of figures that a harness prints. */
export function printFigures(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([what]) => what.length));
  const lines = rows.map(([what, value]) => `  ${what.padEnd(width)}  ${value}`);
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}
