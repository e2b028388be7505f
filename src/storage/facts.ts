import type { Store } from './store.ts';

/** Facts of this copy of the database that are not exchanged. */
export function findFact({ db }: Store, key: string): string | null {
  const value = db.prepare('SELECT value FROM local WHERE key = ?').pluck().get(key);
  return (value as string | undefined) ?? null;
}

export function saveFact({ db }: Store, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)').run(key, value);
}
