import type Database from 'better-sqlite3';
import { foldQuestion, NEW_QUESTION, type QuestionState } from '../domain/memory/question.ts';
import { type Tally, tallyAnswer } from '../domain/memory/tally.ts';
import { standingEvents } from './standing.ts';

/** Adds counts to those of a path, or takes them off. */
export function addTallies(
  db: Database.Database,
  path: string,
  tallies: readonly Tally[],
  sign: 1 | -1,
): void {
  const add = db.prepare(
    `INSERT INTO tally (path, facet, day, key, answers, reviews, right, predicted, loss)
     VALUES (@path, @facet, @day, @key, @answers, @reviews, @right, @predicted, @loss)
     ON CONFLICT (path, facet, day, key) DO UPDATE SET answers = answers + @answers,
       reviews = reviews + @reviews, right = right + @right,
       predicted = predicted + @predicted, loss = loss + @loss`,
  );
  for (const tally of tallies) add.run({ path, ...times(tally, sign) });
  if (sign === 1) return;
  const clear = db.prepare(
    'DELETE FROM tally WHERE path = ? AND facet = ? AND day = ? AND key = ? AND answers = 0',
  );
  for (const { facet, day, key } of tallies) clear.run(path, facet, day, key);
}

function times(tally: Tally, sign: 1 | -1): Tally {
  return {
    ...tally,
    answers: sign * tally.answers,
    reviews: sign * tally.reviews,
    right: sign * tally.right,
    predicted: sign * tally.predicted,
    loss: sign * tally.loss,
  };
}

/** Counts of a whole log, kept in memory until all are known. */
export class TallySheet {
  private readonly paths = new Map<string, Map<string, Tally>>();

  add(path: string, tallies: readonly Tally[]): void {
    const sheet = this.paths.get(path) ?? new Map<string, Tally>();
    this.paths.set(path, sheet);
    for (const tally of tallies) {
      const key = `${tally.facet} ${tally.day} ${tally.key}`;
      const sum = sheet.get(key);
      if (sum === undefined) sheet.set(key, { ...tally });
      else {
        sum.answers += tally.answers;
        sum.reviews += tally.reviews;
        sum.right += tally.right;
        sum.predicted += tally.predicted;
        sum.loss += tally.loss;
      }
    }
  }

  save(db: Database.Database): void {
    for (const [path, sheet] of this.paths) addTallies(db, path, [...sheet.values()], 1);
  }
}

/** Counts the answers of a database that has never counted any. */
export function fillTallies(db: Database.Database): void {
  const sheet = new TallySheet();
  const states = new Map<string, QuestionState>();
  for (const events of standingEvents(db)) {
    for (const event of events) {
      if (event.kind !== 'answered' || event.ref === null) continue;
      const key = `${event.path} ${event.ref}`;
      const before = states.get(key) ?? NEW_QUESTION;
      const after = foldQuestion(before, event);
      sheet.add(event.path, tallyAnswer(before, after, event));
      states.set(key, after);
    }
  }
  sheet.save(db);
}
