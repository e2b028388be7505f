import type Database from 'better-sqlite3';

/** The name of this copy of the database, under which its events are written. */
export function deviceOf(db: Database.Database): string {
  return db.prepare("SELECT value FROM local WHERE key = 'device'").pluck().get() as string;
}

/** Gives the database a new name of its own. */
export function renewDevice(db: Database.Database): string {
  db.exec("UPDATE local SET value = lower(hex(randomblob(16))) WHERE key = 'device'");
  return deviceOf(db);
}
