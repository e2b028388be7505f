import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import type { Event } from '../domain/event/event.ts';
import { readEvent } from './event-schema.ts';

/**
 * The log as JSON Lines: a first line that says what it is and how many events follow, then an event
 * a line, each with a checksum. Any line may stand twice; order does not matter.
 */
export const LINES_SCHEMA = 'llmpath/events@1';
const LONGEST_LINE = 4 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** A file of events that must not be used: nothing of it is. The message ends "FILE …". */
export class DamagedLines extends Error {
  override readonly name = 'DamagedLines';
  /** Counts from 1; null where it is the file as a whole. */
  readonly line: number | null;
  /** Whether a later llmpath may be able to read it. */
  readonly newer: boolean;

  constructor(problem: string, line: number | null = null, newer = false) {
    super(problem);
    this.line = line;
    this.newer = newer;
  }
}

export function headerLine(events: number): string {
  return `${JSON.stringify({ schema: LINES_SCHEMA, events })}\n`;
}

export function eventLine(event: Event): string {
  const { id, change, device, at, day, kind, path, ref, body } = event;
  const bare = JSON.stringify({ id, change, device, at, day, kind, path, ref, body });
  return `${bare.slice(0, -1)},"sum":"${checksum(bare)}"}\n`;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** The events of a file, one after the other. Throws DamagedLines at the first thing wrong. */
export function* readEventLines(file: string): Generator<Event> {
  let number = 0;
  let promised: number | null = null;
  const ids = new Set<string>();
  for (const line of textLines(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const value = parse(line, number);
    if (promised === null || 'schema' in value) {
      promised = Math.max(promised ?? 0, readHeader(value, number));
      continue;
    }
    const event = readLine(value, number);
    ids.add(event.id);
    yield event;
  }
  if (promised === null) throw new DamagedLines('is empty');
  if (ids.size < promised) {
    throw new DamagedLines(`is cut off: it holds ${ids.size} of ${promised} events`);
  }
}

function parse(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new DamagedLines('is not valid JSON', number);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new DamagedLines('is not an event', number);
  }
  return value as Record<string, unknown>;
}

function readHeader(header: Record<string, unknown>, number: number): number {
  const { schema, events } = header;
  const [, version] = /^llmpath\/events@(\d{1,9})$/.exec(String(schema)) ?? [];
  if (version === undefined) throw new DamagedLines('is not a file that llmpath exported');
  if (Number(version) > 1) {
    throw new DamagedLines('was written by a newer llmpath', number, true);
  }
  if (!Number.isSafeInteger(events) || Number(events) < 0) {
    throw new DamagedLines('does not say how many events follow', number);
  }
  return Number(events);
}

function readLine({ sum, ...value }: Record<string, unknown>, number: number): Event {
  const read = readEvent(value);
  if ('problem' in read) throw new DamagedLines(read.problem, number, read.newer);
  if (sum !== checksum(JSON.stringify(value))) {
    throw new DamagedLines('was changed: its checksum does not fit', number);
  }
  return read.event;
}

/** The lines of a file of any size. */
function* textLines(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(CHUNK);
    let rest = '';
    for (;;) {
      const size = readSync(handle, buffer);
      rest += size === 0 ? decoder.end() : decoder.write(buffer.subarray(0, size));
      const lines = rest.split('\n');
      rest = size === 0 ? '' : (lines.pop() as string);
      yield* lines;
      if (rest.length > LONGEST_LINE) throw new DamagedLines('has a line that is far too long');
      if (size === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}
