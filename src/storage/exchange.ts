import { lstatSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Event } from '../domain/event/event.ts';
import { deviceOf, renewDevice } from './device.ts';
import { DamagedLines, eventLine, headerLine, readEventLines } from './event-lines.ts';
import { ConflictingEvent, mergeEvents } from './merge.ts';
import { type EventRow, toEvent } from './rows.ts';
import type { Store } from './store.ts';
import { writeWhole } from './whole-file.ts';

/**
 * Machines exchange events through a folder that something else carries from one to the other. Each
 * writes files into a folder of its own, named by its device, and reads those of all. What the log
 * holds and no readable file does is written, whoever it came from, so that a lost or damaged file
 * heals.
 */
export interface Exchanged {
  /** Events that came from other machines. */
  received: number;
  /** Events that were written for them. */
  sent: number;
  /** Machines whose files are in the folder, this one too. */
  machines: number;
  /** Files that were passed over, none of their events taken, each with why. */
  skipped: Skipped[];
}

export interface Skipped {
  /** Inside the folder. */
  file: string;
  /** As a sentence's end. */
  problem: string;
  line: number | null;
  /** Whether it was written here: then it was set aside, and its events are written again. */
  own: boolean;
}

const DEVICE = /^[0-9a-f]{32}$/;
const EVENTS_PER_FILE = 2_000;
const CHARACTERS_PER_FILE = 4 * 1024 * 1024;
const LARGEST_FILE = 64 * 1024 * 1024;

interface Found {
  /** `DEVICE/NAME`. */
  name: string;
  device: string;
  /** Null where it cannot be used. */
  ids: string[] | null;
}

/** Takes what the folder has and the log has not, and the other way round. */
export function exchangeEvents(store: Store, folder: string): Exchanged {
  const skipped: Skipped[] = [];
  let received = 0;
  let foreignHere = false;
  const device = deviceOf(store.db);
  const files = listFiles(folder).map((name): Found => {
    const from = name.slice(0, name.indexOf('/'));
    const own = from === device;
    try {
      const ids: string[] = [];
      const { added } = mergeEvents(store, noting(readFile(folder, name), ids));
      received += added;
      foreignHere ||= own && added > 0;
      return { name, device: from, ids };
    } catch (error) {
      skipped.push({ file: name, own, ...explain(error) });
      if (own && error instanceof DamagedLines && !error.newer) setAside(join(folder, name));
      return { name, device: from, ids: null };
    }
  });
  // Another machine began as a copy of this one and writes under the same name.
  const writer = foreignHere ? renewDevice(store.db) : device;
  const sent = writeMissing(store, folder, files, writer);
  const machines = new Set([...files.map((file) => file.device), writer]).size;
  return { received, sent, machines, skipped };
}

/** The files of all machines. Links are not followed. Throws what the file system says. */
function listFiles(folder: string): string[] {
  const machines = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && DEVICE.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  return machines.flatMap((machine) =>
    readdirSync(join(folder, machine), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
      .map((entry) => `${machine}/${entry.name}`)
      .sort(),
  );
}

function readFile(folder: string, name: string): Iterable<Event> {
  const file = join(folder, name);
  if (lstatSync(file).size > LARGEST_FILE) throw new DamagedLines('is larger than 64 MB');
  return readEventLines(file);
}

function* noting(events: Iterable<Event>, ids: string[]): Generator<Event> {
  for (const event of events) {
    ids.push(event.id);
    yield event;
  }
}

/** Why a file is passed over. What is no fault of the file is thrown on. */
function explain(error: unknown): { problem: string; line: number | null } {
  if (error instanceof DamagedLines) return { problem: error.message, line: error.line };
  if (error instanceof ConflictingEvent) {
    return { problem: `says otherwise than your log about event ${error.message}`, line: null };
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return { problem: `cannot be read: ${code}`, line: null };
}

function setAside(file: string): void {
  renameSync(file, `${file}.damaged`);
}

/** Appends what no file holds to the last file of this machine, or to new ones. */
function writeMissing(store: Store, folder: string, files: Found[], device: string): number {
  const held = new Set(files.flatMap((file) => file.ids ?? []));
  const ids = store.db.prepare('SELECT id FROM event ORDER BY id').pluck().all() as string[];
  const missing = ids.filter((id) => !held.has(id));
  if (missing.length === 0) return 0;
  const own = join(folder, device);
  mkdirSync(own, { mode: 0o700, recursive: true });
  const last = lastOf(files, device);
  let chunk = [...new Set(last?.ids ?? [])];
  let number = last === null ? 1 : numberOf(last.name) + (last.ids === null ? 1 : 0);
  const find = store.db.prepare('SELECT * FROM event WHERE id = ?');
  const lineOf = (id: string) => eventLine(toEvent(find.get(id) as EventRow));
  let lines = chunk.map(lineOf);
  let size = lines.reduce((total, line) => total + line.length, 0);
  const save = () => {
    const name = `${String(number).padStart(5, '0')}.jsonl`;
    writeWhole(join(own, name), [headerLine(chunk.length), ...lines]);
  };
  for (const id of missing) {
    if (chunk.length >= EVENTS_PER_FILE || size >= CHARACTERS_PER_FILE) {
      save();
      number += 1;
      [chunk, lines, size] = [[], [], 0];
    }
    const line = lineOf(id);
    chunk.push(id);
    lines.push(line);
    size += line.length;
  }
  save();
  return missing.length;
}

/** The file of a machine with the highest number, readable or not. */
function lastOf(files: readonly Found[], device: string): Found | null {
  const own = files.filter((file) => file.device === device && numberOf(file.name) > 0);
  return own.sort((a, b) => numberOf(b.name) - numberOf(a.name))[0] ?? null;
}

/** 0 for a file that was not named here, such as the copy that a synchroniser makes of a conflict. */
function numberOf(name: string): number {
  return Number(/^(\d{5,9})\.jsonl$/.exec(basename(name))?.[1] ?? 0);
}
