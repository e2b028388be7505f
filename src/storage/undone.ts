import type { Store } from './store.ts';

/**
 * Makes the table of changes taken back what the marks in the log say: of each change, the last mark
 * counts. Gives the changes that are taken back now and were not, and the other way round.
 */
export function refoldUndone({ db }: Store): { undone: string[]; redone: string[] } {
  const read = () => new Set(db.prepare('SELECT change FROM undone').pluck().all() as string[]);
  const before = read();
  db.exec(`
    DELETE FROM undone;
    INSERT INTO undone
      SELECT change FROM (
        -- SQLite takes the other columns from the row that has the maximum.
        SELECT json_extract(body, '$.change') AS change, kind, max(id) FROM event
        WHERE kind IN ('undone', 'redone') GROUP BY json_extract(body, '$.change')
      ) WHERE kind = 'undone';`);
  const after = read();
  return {
    undone: [...after].filter((change) => !before.has(change)),
    redone: [...before].filter((change) => !after.has(change)),
  };
}
