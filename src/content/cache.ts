import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Outline, outlineOf, type Path } from '../domain/path/path.ts';
import type { Template } from '../domain/quiz/template.ts';
import { listQuestionFiles, listYamlFiles, type Stamp, stampFile } from './folder.ts';

/**
 * Compiled paths: an outline, a whole path and the questions of each topic for each folder, as
 * JSON. A file holds what it was compiled from, so that it is used only while that stands. The cache
 * may be deleted at any moment.
 */
interface Compiled<T> {
  folder: string;
  /** The program that compiled it. */
  build: string;
  stamps: Stamp[];
  value: T;
}

/** Where compiled paths lie, and by which program they must have been compiled. */
export interface Cache {
  dir: string;
  build: string;
}

/** The outline of a folder's path, or null when there is none or a file has changed since. */
export function readOutline(cache: Cache, folder: string): Outline | null {
  return read<Outline>(cache, folder, 'outline');
}

/** The whole path of a folder, or null when there is none or a file has changed since. */
export function readPath(cache: Cache, folder: string): Path | null {
  return read<Path>(cache, folder, 'path');
}

/**
 * The questions of a topic that has any, or null when they are not there or a file has changed since.
 */
export function readTemplates(cache: Cache, folder: string, topic: string): Template[] | null {
  return read<Template[]>(cache, folder, `questions.${topic}`);
}

/** The present state of every YAML file of a folder; none for a folder that is not there. */
export function stampYamlFiles(folder: string): Stamp[] {
  if (!existsSync(folder)) return [];
  return [...listYamlFiles(folder), ...questionFiles(folder)].flatMap((name) => {
    const stamp = stampFile(folder, name);
    return stamp ? [stamp] : [];
  });
}

/**
 * Keeps a compiled path and gives its file. Null for a cache that cannot be written, which is no
 * error: the next start compiles again.
 */
export function writeCompiled(
  cache: Cache,
  folder: string,
  stamps: Stamp[],
  path: Path,
  templates: readonly Template[],
): string | null {
  const { dir, build } = cache;
  const write = (what: What, value: unknown) => {
    const file = cacheFile(dir, folder, what);
    const temporary = `${file}.${process.pid}`;
    try {
      writeFileSync(temporary, toAscii({ folder, build, stamps, value }), { mode: 0o600 });
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return file;
  };
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    write('outline', outlineOf(path));
    for (const topic of new Set(templates.map((template) => template.topic))) {
      const own = templates.filter((template) => template.topic === topic);
      write(`questions.${topic}`, own);
    }
    return write('path', path);
  } catch {
    return null;
  }
}

type What = 'outline' | 'path' | `questions.${string}`;

function read<T>(cache: Cache, folder: string, what: What): T | null {
  let compiled: Compiled<T>;
  try {
    compiled = JSON.parse(readFileSync(cacheFile(cache.dir, folder, what), 'latin1'));
  } catch {
    return null;
  }
  return isFresh(cache, folder, compiled) ? compiled.value : null;
}

/** Whether it was compiled by this program from the files as they are; a damaged one is not. */
function isFresh(cache: Cache, folder: string, compiled: Compiled<unknown>): boolean {
  try {
    const { build, stamps } = compiled;
    if (compiled.folder !== folder || build !== cache.build || stamps.length === 0) return false;
    const isSame = (stamp: Stamp) =>
      stampFile(folder, stamp[0])?.every((part, i) => part === stamp[i]) ?? false;
    const names = new Set(stamps.map((stamp) => stamp[0]));
    // No file names those of the questions, so a new one is seen only in its folder.
    return stamps.every(isSame) && questionFiles(folder).every((name) => names.has(name));
  } catch {
    return false;
  }
}

function questionFiles(folder: string): string[] {
  const list = listQuestionFiles(folder);
  return 'names' in list ? list.names : [];
}

/** JSON in plain ASCII, which is read twice as fast: one byte is one character. */
function toAscii(value: unknown): string {
  const toCode = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[\u0080-\uFFFF]/g, toCode);
}

/** A name for people and a number for the folder; a file of another folder is told by its content. */
function cacheFile(dir: string, folder: string, what: What): string {
  const name = basename(folder)
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 40);
  return join(dir, `${name}-${fnv1a(folder).toString(16)}.${what}.json`);
}

/** 32-bit hash. Source: Fowler, Noll and Vo, FNV-1a. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
