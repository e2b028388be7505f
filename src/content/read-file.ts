import { basename, join } from 'node:path';
import { readPathFile } from './folder.ts';
import { parseSource, type Room, type Source } from './format/source.ts';
import { stripStrings } from './format/strip.ts';
import { validate } from './format/validate.ts';
import type { Issue } from './issue.ts';
import type { Loaded } from './path-files.ts';

/** Of all files of a path together, seven and three times as much as the bundled path has. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
const MOST_TOKENS = 1_000_000;

/** Reads the files of one folder, and gathers what is wrong with them. */
export class FileReader {
  readonly issues: Issue[] = [];
  /** Ids that stand in files that were read but are not valid. */
  readonly elsewhere = new Set<string>();
  /** Names of files that could not be read or parsed. */
  readonly unread = new Set<string>();
  private readonly folder: string;
  private readonly shown: string;
  private readonly room: Room = { tokens: MOST_TOKENS };
  private characters = 0;

  /** `shown` is the folder as the user named it. */
  constructor(folder: string, shown: string) {
    this.folder = folder;
    this.shown = shown;
  }

  /** A file's source where it is YAML at all; `from` is the place that names it. */
  parse(name: string, from: Issue | null): Source | null {
    const file = join(this.shown, name);
    const content = this.read(name);
    if ('problem' in content) {
      this.refuse(name, from, content);
      return null;
    }
    const { source, issues } = parseSource(file, content.text, this.room);
    this.add(issues);
    if (issues.length > 0) this.unread.add(name);
    return issues.length > 0 ? null : this.strip(name, source);
  }

  private read(name: string): ReturnType<typeof readPathFile> {
    const hint = 'Take some out of the folder.';
    const tooMuch = { problem: 'is too much: the files of a path take 16 MB at most', hint };
    if (this.characters > MOST_CHARACTERS) return tooMuch;
    const content = readPathFile(this.folder, name);
    if ('text' in content) this.characters += content.text.length;
    return this.characters > MOST_CHARACTERS ? tooMuch : content;
  }

  /** Notes that a file or folder cannot be used. */
  refuse(name: string, from: Issue | null, why: { problem: string; hint: string }): void {
    const file = join(this.shown, name);
    const place = from ?? { file, line: 1, column: 1, excerpt: null };
    const message = `${file} ${why.problem}`;
    const issue = { level: 'error', code: 'file.unusable', message, hint: why.hint } as const;
    this.issues.push({ ...place, ...issue });
    this.unread.add(name);
  }

  /** A file's values where they are valid. */
  check<T>(source: Source, schema: Parameters<typeof validate<T>>[1]): Loaded<T> | null {
    const { value, issues } = validate(source, schema);
    this.add(issues);
    if (value !== null) return { source, value };
    for (const id of idsIn(source.value)) this.elsewhere.add(id);
    return null;
  }

  /** One by one: there may be more than a call takes. */
  private add(issues: readonly Issue[]): void {
    for (const issue of issues) this.issues.push(issue);
  }

  private strip(name: string, source: Source): Source | null {
    const message = `Control characters were taken out of ${basename(source.file)}`;
    try {
      const value = stripStrings(source.value, (path) => {
        const hint = 'Delete them.';
        this.issues.push(source.issue('warning', 'text.control', path, message, { hint }));
      });
      return { ...source, value };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const hint = 'Write it out flat, without anchors.';
      const tooDeep = 'The file is nested too deeply to be read';
      this.issues.push(source.issue('error', 'yaml.limit', [], tooDeep, { hint }));
      this.unread.add(name);
      return null;
    }
  }
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
}
