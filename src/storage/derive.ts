import type { Enrolment, Event } from '../domain/event/event.ts';
import { type Clock, foldClock, foldItem, NEW_ITEM, timeOf } from '../domain/event/fold.ts';
import { foldQuestion, NEW_QUESTION, type QuestionState } from '../domain/memory/question.ts';
import { tallyAnswer } from '../domain/memory/tally.ts';
import { findClock } from './clock.ts';
import { addAnswer, isAnswer, refoldQuestion, saveQuestion } from './questions.ts';
import { type EventRow, type ItemRow, toEvent, toItem, toItemRow } from './rows.ts';
import { STANDING, standingEvents } from './standing.ts';
import type { Store } from './store.ts';
import { TallySheet } from './tallies.ts';
import { refoldUndone } from './undone.ts';

/**
 * Keeps the derived tables equal to a fold over the events that stand. Called inside the
 * transaction that writes the events. Adding applies each event to the rows it touches; taking back
 * folds only those rows anew, so the cost never grows with the whole log.
 */
export function deriveAdded(store: Store, events: readonly Event[]): void {
  for (const event of events) {
    if (isAnswer(event)) {
      addAnswer(store, event);
      continue;
    }
    if (event.ref !== null) {
      const item = findItem(store, event.path, event.ref);
      saveItem(store, event.path, event.ref, foldItem(item, event));
    }
    addTime(store, event, 1);
    if (isClockEvent(event)) saveClock(store, foldClock(findClock(store), event));
    if (event.kind === 'enrolled') saveEnrolment(store, event.path, event.id, event.body);
  }
}

/** After events were taken back, and others were brought again or came in among those before. */
export function deriveChanged(store: Store, { taken = [], brought = [] }: Changed): void {
  const events = [...taken, ...brought];
  for (const event of taken) addTime(store, event, -1);
  for (const event of brought) addTime(store, event, 1);
  for (const { path, ref } of refsOf(events.filter((event) => !isAnswer(event)))) {
    refoldItem(store, path, ref);
  }
  for (const { path, ref } of refsOf(events.filter(isAnswer))) {
    const of = (list: readonly Event[]) =>
      list.filter((event) => event.path === path && event.ref === ref).filter(isAnswer);
    refoldQuestion(store, path, ref, of(taken), of(brought));
  }
  if (events.some(isClockEvent)) refoldClock(store);
  for (const path of new Set(events.filter((e) => e.kind === 'enrolled').map((e) => e.path))) {
    refoldEnrolment(store, path);
  }
}

interface Changed {
  taken?: readonly Event[];
  brought?: readonly Event[];
}

function refsOf(events: readonly Event[]): { path: string; ref: string }[] {
  const refs = new Map<string, { path: string; ref: string }>();
  for (const { path, ref } of events) {
    if (ref !== null) refs.set(`${path} ${ref}`, { path, ref });
  }
  return [...refs.values()];
}

function findItem(store: Store, path: string, ref: string) {
  const row = store.db.prepare('SELECT * FROM item WHERE path = ? AND ref = ?').get(path, ref);
  return row ? toItem(row as ItemRow) : NEW_ITEM;
}

function saveItem(store: Store, path: string, ref: string, item: typeof NEW_ITEM): void {
  if (JSON.stringify(item) === JSON.stringify(NEW_ITEM)) {
    store.db.prepare('DELETE FROM item WHERE path = ? AND ref = ?').run(path, ref);
    return;
  }
  store.db
    .prepare(
      `INSERT OR REPLACE INTO item (path, ref, done, done_day, units, minutes, guessed, partial, skipped, chosen, last_day)
       VALUES (@path, @ref, @done, @done_day, @units, @minutes, @guessed, @partial, @skipped, @chosen, @last_day)`,
    )
    .run({ path, ...toItemRow(ref, item) });
}

function refoldItem(store: Store, path: string, ref: string): void {
  const rows = store.db
    .prepare(`SELECT * FROM event WHERE path = ? AND ref = ? AND ${STANDING} ORDER BY id`)
    .all(path, ref) as EventRow[];
  saveItem(store, path, ref, rows.map(toEvent).reduce(foldItem, NEW_ITEM));
}

function addTime(store: Store, event: Event, sign: 1 | -1): void {
  const time = timeOf(event);
  if (!time) return;
  store.db
    .prepare(
      `INSERT INTO study_day (path, day, minutes) VALUES (@path, @day, @minutes)
       ON CONFLICT (path, day) DO UPDATE SET minutes = minutes + @minutes`,
    )
    .run({ path: event.path, day: time.day, minutes: sign * time.minutes });
  store.db
    .prepare('DELETE FROM study_day WHERE path = ? AND day = ? AND minutes = 0')
    .run(event.path, time.day);
}

function isClockEvent(event: Event): boolean {
  return event.kind.startsWith('clock-');
}

function saveClock(store: Store, clock: Clock | null): void {
  if (clock === null) store.db.prepare('DELETE FROM clock').run();
  else {
    store.db
      .prepare('INSERT OR REPLACE INTO clock (one, body) VALUES (1, ?)')
      .run(JSON.stringify(clock));
  }
}

/** A clock begins with its start, so nothing before the latest standing start matters. */
function refoldClock(store: Store): void {
  const start = store.db
    .prepare(
      `SELECT id FROM event WHERE kind GLOB 'clock-*' AND kind = 'clock-started' AND ${STANDING}
       ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get() as string | undefined;
  const rows = store.db
    .prepare(
      `SELECT * FROM event WHERE kind GLOB 'clock-*' AND id >= ? AND ${STANDING} ORDER BY id`,
    )
    .all(start ?? '~') as EventRow[];
  saveClock(store, rows.map(toEvent).reduce(foldClock, null as Clock | null));
}

function saveEnrolment(store: Store, path: string, event: string, body: Enrolment): void {
  store.db
    .prepare('INSERT OR REPLACE INTO enrolment (path, event, body) VALUES (?, ?, ?)')
    .run(path, event, JSON.stringify(body));
}

function refoldEnrolment(store: Store, path: string): void {
  const row = store.db
    .prepare(
      `SELECT * FROM event WHERE kind = 'enrolled' AND path = ? AND ${STANDING}
       ORDER BY id DESC LIMIT 1`,
    )
    .get(path) as EventRow | undefined;
  if (row) saveEnrolment(store, path, row.id, JSON.parse(row.body));
  else store.db.prepare('DELETE FROM enrolment WHERE path = ?').run(path);
}

/** Forgets all derived rows and folds the whole log again. */
export function rebuild(store: Store): void {
  store.db.transaction(() => rebuildWithin(store)).immediate();
}

/** As `rebuild`, inside a transaction that has begun. */
export function rebuildWithin(store: Store): void {
  store.db.exec(
    `DELETE FROM item; DELETE FROM study_day; DELETE FROM enrolment; DELETE FROM clock;
     DELETE FROM question; DELETE FROM tally;`,
  );
  refoldUndone(store);
  const questions = new Map<string, { path: string; ref: string; state: QuestionState }>();
  const sheet = new TallySheet();
  for (const events of standingEvents(store.db)) {
    deriveAdded(
      store,
      events.filter((event) => !isAnswer(event)),
    );
    for (const event of events.filter(isAnswer)) {
      const { path, ref } = event;
      if (ref === null) continue;
      const key = `${path} ${ref}`;
      const before = questions.get(key)?.state ?? NEW_QUESTION;
      const state = foldQuestion(before, event);
      sheet.add(path, tallyAnswer(before, state, event));
      questions.set(key, { path, ref, state });
    }
  }
  for (const { path, ref, state } of questions.values()) saveQuestion(store, path, ref, state);
  sheet.save(store.db);
}
