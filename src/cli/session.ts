import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import {
  type Cache,
  readOutline,
  readPath,
  readTemplates,
  stampYamlFiles,
  writeCompiled,
} from '../content/cache.ts';
import { findPathFolder, type PathRoots } from '../content/find.ts';
import type { LoadResult } from '../content/load.ts';
import { type Day, studyDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Schedule } from '../domain/memory/schedule.ts';
import { type Outline, outlineOf, type Path } from '../domain/path/path.ts';
import { currentRef, indexPath, type RefIndex } from '../domain/path/refs.ts';
import { fillTimetable, type Timetable } from '../domain/plan/timetable.ts';
import { measureProgress, type Progress } from '../domain/progress/progress.ts';
import { EMPTY_RECORD, type LearnerRecord } from '../domain/progress/record.ts';
import type { Template } from '../domain/quiz/template.ts';
import { readEnrolledPath, readRecord } from '../storage/read.ts';
import { openDatabase, type Store } from '../storage/store.ts';
import type { Context } from './context.ts';
import { databaseFile } from './env.ts';
import { parseDayStart } from './settings.ts';

/** A path with what the learner did on it, as one moment's snapshot. */
export interface Session {
  path: Outline;
  /** The folder it was read from. */
  folder: string;
  index: RefIndex;
  record: LearnerRecord;
  progress: Progress;
  /** When the learner has time; the path's own pace before they said. */
  timetable: Timetable;
  now: number;
  today: Day;
  /** The path enrolled in last, which need not be the one in use. */
  enrolled: { path: string; folder: string | null; timezone: string | null } | null;
  /** Null when nothing was ever recorded and the command only reads. */
  store: Store | null;
}

/** Opens the path in use. With `write` the database is created where it is missing. */
export async function openSession(ctx: Context, options: { write: boolean }): Promise<Session> {
  const store = await openStore(ctx, options);
  const folder = currentFolder(ctx, store?.db ?? null);
  const path = await loadOutline(ctx, folder);
  return takeSnapshot(ctx, path, folder, store);
}

/** The session again after events were written. */
export function refresh(ctx: Context, session: Session): Session {
  return takeSnapshot(ctx, session.path, session.folder, session.store, session.index);
}

/** Minutes studied on a day. */
export function spentOn(session: Session, day: Day): number {
  return session.record.days.get(day) ?? 0;
}

export async function openStore(ctx: Context, options: { write: boolean }): Promise<Store | null> {
  const file = databaseFile(ctx.folders);
  const db = await openDatabase(file, { create: options.write });
  if (!db) return null;
  try {
    return adopt(ctx, db, readEnrolledPath(db)?.enrolment.timezone ?? null);
  } catch (error) {
    // Nobody else would: who mends the file must have it alone.
    db.close();
    throw error;
  }
}

/** An open database as the store of the command, in the zone that was enrolled with. */
export function adopt(ctx: Context, db: Database.Database, zone: string | null): Store {
  const { now } = ctx.env;
  const file = databaseFile(ctx.folders);
  const store = { db, file, now, today: today(ctx, zone), schedule: scheduleOf(ctx) };
  ctx.stores.push(store);
  return store;
}

/** When questions return, by the settings. */
export function scheduleOf({ settings }: Context): Schedule {
  return {
    desiredRetention: Number(settings.recall.value),
    longestInterval: Number(settings['longest-interval'].value),
  };
}

/** The study day of now in the learner's zone: the setting, else as at enrolment, else the machine's. */
export function today(ctx: Context, enrolled: string | null): Day {
  const zone = ctx.settings.timezone.value || enrolled;
  // Node reads TZ anew when it is set; this is far cheaper than loading the zones through Intl.
  if (zone) process.env.TZ = zone;
  return dayAt(ctx, ctx.env.now);
}

/** The study day of an instant, in the zone that `today` settled on. */
export function dayAt(ctx: Pick<Context, 'settings'>, instant: number): Day {
  const offset = (at: number) => -new Date(at).getTimezoneOffset();
  return studyDay(instant, offset, parseDayStart(ctx.settings['day-start'].value) ?? 4);
}

export function pathRoots(ctx: Context): PathRoots {
  return { bundled: join(ctx.env.root, 'paths'), own: join(ctx.folders.data, 'paths') };
}

/** The folder of the path in use: flag, setting, the one enrolled in last, else the bundled one. */
export function currentFolder(ctx: Context, db: Database.Database | null): string {
  const named = ctx.flags.path ?? ctx.settings.path.value;
  const enrolled = named || db === null ? null : readEnrolledPath(db);
  return folderNamed(ctx, named || enrolled?.path || 'llm', enrolled?.enrolment.folder ?? null);
}

/** The folder of a path by its name, or the one it was enrolled in from. */
export function folderNamed(ctx: Context, name: string, enrolledFrom: string | null): string {
  if (enrolledFrom === null) return findPathFolder(pathRoots(ctx), name, ctx.env.cwd);
  if (existsSync(enrolledFrom)) return enrolledFrom;
  throw new UserError(
    'path.missing',
    `The path you enrolled in, ${name}, lay in ${enrolledFrom}, and that folder is gone.`,
    'Put it back, or choose another path: llmpath init llm. What you did is safe.',
  );
}

/** A folder's path without its texts, from the cache where no file has changed. */
async function loadOutline(ctx: Context, folder: string): Promise<Outline> {
  return readOutline(cacheOf(ctx), folder) ?? outlineOf(await loadWhole(ctx, folder));
}

/**
 * A folder's path with all its texts, from the cache where no file has changed.
 * Throws UserError `path.invalid`.
 */
export async function loadWhole(ctx: Context, folder: string): Promise<Path> {
  const cached = readPath(cacheOf(ctx), folder);
  return cached ?? (await compilePath(ctx, folder, folder)).path;
}

/**
 * The questions of topics that have any, from the cache where no file has changed.
 * Throws UserError `path.invalid`.
 */
export async function loadTemplates(
  ctx: Context,
  folder: string,
  topics: readonly string[],
): Promise<Template[]> {
  const cached = topics.map((topic) => readTemplates(cacheOf(ctx), folder, topic));
  if (cached.every((list) => list !== null)) return cached.flat();
  const { templates } = (await compilePath(ctx, folder, folder)).result;
  return topics.flatMap((topic) => templates.filter((template) => template.topic === topic));
}

function cacheOf(ctx: Context): Cache {
  return { dir: ctx.folders.cache, build: ctx.env.build };
}

/** Reads and validates a path's files and keeps the result in the cache. */
export async function compilePath(
  ctx: Context,
  folder: string,
  shown: string,
): Promise<{ path: Path; result: LoadResult; cacheFile: string | null }> {
  const { loadPath } = await import('../content/load.ts');
  // Stamped before reading: a file saved meanwhile must not be taken for read.
  const before = new Map(stampYamlFiles(folder).map((stamp) => [stamp[0], stamp]));
  const result = loadPath(folder, shown);
  if (!result.path) {
    const errors = result.issues.filter((issue) => issue.level === 'error').length;
    const message = `The path in ${shown} has ${errors} error${errors === 1 ? '' : 's'}.`;
    const hint = `llmpath path check ${shown}`;
    throw new UserError('path.invalid', message, hint, { issues: result.issues });
  }
  const { path } = result;
  const stamps = result.files
    .map((name) => before.get(name))
    .filter((stamp) => stamp !== undefined);
  const cacheFile = writeCompiled(cacheOf(ctx), folder, stamps, path, result.templates);
  return { path, result, cacheFile };
}

function takeSnapshot(
  ctx: Context,
  path: Outline,
  folder: string,
  store: Store | null,
  index: RefIndex = indexPath(path),
): Session {
  const learner = store
    ? readRecord(store, path.id, (ref) => currentRef(index, ref))
    : EMPTY_RECORD;
  const last = store && readEnrolledPath(store.db);
  return {
    path,
    folder,
    enrolled: last && {
      path: last.path,
      folder: last.enrolment.folder,
      timezone: last.enrolment.timezone,
    },
    index,
    record: learner,
    progress: measureProgress(path, index, learner.items, learner.evidence),
    timetable: fillTimetable(learner.timetable, path.pace),
    now: ctx.env.now,
    today: store?.today ?? today(ctx, null),
    store,
  };
}
