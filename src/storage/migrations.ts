/** `llmp` in ASCII, so that a stranger's SQLite file is not taken for ours. */
export const APPLICATION_ID = 0x6c6c6d70;

/**
 * The schema, one transaction a version; `user_version` counts them. A released migration is never
 * edited: a change is a new one, with a dump of the old schema kept under `test/fixtures`.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- What happened. Append-only; everything below it is derived.
  CREATE TABLE event (
    id     TEXT PRIMARY KEY,
    change TEXT NOT NULL,
    device TEXT NOT NULL,
    at     INTEGER NOT NULL,
    day    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    path   TEXT NOT NULL,
    ref    TEXT,
    body   TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_by_change ON event (change);
  CREATE INDEX event_by_ref ON event (path, ref);
  CREATE INDEX event_of_clock ON event (id) WHERE kind GLOB 'clock-*';
  CREATE INDEX event_of_note ON event (path, ref) WHERE kind = 'noted';
  CREATE INDEX event_of_enrolment ON event (id) WHERE kind = 'enrolled';
  CREATE INDEX event_of_undo ON event (id) WHERE kind IN ('undone', 'redone');
  CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER event_never_goes BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

  -- Changes taken back at present.
  CREATE TABLE undone (change TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  -- State of a ref: ItemState.
  CREATE TABLE item (
    path     TEXT NOT NULL,
    ref      TEXT NOT NULL,
    done     INTEGER NOT NULL,
    done_day TEXT,
    units    INTEGER NOT NULL,
    minutes  INTEGER NOT NULL,
    partial  INTEGER NOT NULL,
    skipped  INTEGER NOT NULL,
    chosen   INTEGER NOT NULL,
    last_day TEXT,
    PRIMARY KEY (path, ref)
  ) STRICT, WITHOUT ROWID;

  -- Minutes studied on a study day.
  CREATE TABLE study_day (
    path    TEXT NOT NULL,
    day     TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (path, day)
  ) STRICT, WITHOUT ROWID;

  -- The latest enrolment in each path.
  CREATE TABLE enrolment (
    path  TEXT PRIMARY KEY,
    event TEXT NOT NULL,
    body  TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The running clock, if any: a Clock as JSON.
  CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL) STRICT;

  -- Facts of this copy of the database, which are not synchronised.
  CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- State of a question that was answered: QuestionState, and when it returns.
  CREATE TABLE question (
    path       TEXT NOT NULL,
    ref        TEXT NOT NULL,
    topic      TEXT NOT NULL,
    concept    TEXT NOT NULL,
    answers    INTEGER NOT NULL,
    right      INTEGER NOT NULL,
    reviews    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    reviewed   TEXT NOT NULL,
    correct    INTEGER NOT NULL,
    pace       REAL,
    due        TEXT NOT NULL,
    PRIMARY KEY (path, ref)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX question_by_due ON question (path, due);
  CREATE INDEX question_by_concept ON question (path, concept, topic, right, reviewed);
  CREATE INDEX event_of_quiz ON event (id) WHERE kind IN ('quiz-started', 'quiz-ended');
  `,
  `
  -- Minutes of an item that nobody measured.
  ALTER TABLE item ADD COLUMN guessed INTEGER NOT NULL DEFAULT 0;
  UPDATE item SET guessed = (
    SELECT coalesce(sum(json_extract(body, '$.minutes')), 0) FROM event
    WHERE event.path = item.path AND event.ref = item.ref AND kind = 'time-logged'
      AND json_extract(body, '$.estimated') AND change NOT IN (SELECT change FROM undone)
  );
  -- What settles the timetable.
  CREATE INDEX event_of_calendar ON event (path, id)
    WHERE kind IN ('enrolled', 'hours-changed', 'days-changed', 'finish-changed');
  `,
  `
  -- Counts of the answers of a study day, by what they belong to: Tally.
  CREATE TABLE tally (
    path      TEXT NOT NULL,
    facet     TEXT NOT NULL,
    day       TEXT NOT NULL,
    key       TEXT NOT NULL,
    answers   INTEGER NOT NULL,
    reviews   INTEGER NOT NULL,
    right     INTEGER NOT NULL,
    predicted INTEGER NOT NULL,
    loss      INTEGER NOT NULL,
    PRIMARY KEY (path, facet, day, key)
  ) STRICT, WITHOUT ROWID;
  -- All but answers, which are nearly all there is.
  CREATE INDEX event_of_work ON event (path, day) WHERE kind <> 'answered';
  `,
];
