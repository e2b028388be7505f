import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/domain/day.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import { rebuild } from '../../src/storage/derive.ts';
import { openDatabase } from '../../src/storage/store.ts';
import { BIN } from './homes.ts';

export const TOPICS = 50;
const CONCEPTS = 10;
const PER_CONCEPT = 10;
const FIRST_DAY = '2024-01-01';
const LAST_DAY = '2026-12-06';
const DAYS = 1050;

/** A path of 50 topics with 100 questions each, in a folder of its own. */
export function largeBank(): string {
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-bench-bank-'));
  const path = join(folder, 'large');
  mkdirSync(join(path, 'questions'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(path, name), JSON.stringify(value));
  const tier = { title: 'A tier', meaning: 'How much it matters.' };
  const ids = Array.from({ length: TOPICS }, (_, i) => `topic-${i}`);
  const concepts = Array.from({ length: CONCEPTS }, (_, i) => `concept-${i}`);
  write('path.yaml', {
    id: 'large',
    title: 'Large',
    version: '1.0.0',
    summary: 'For the bench.',
    pace: 10,
    resources: 'resources.yaml',
    phases: ['phase.yaml'],
    tiers: { essential: tier, helpful: tier, advanced: tier },
  });
  const resource = { id: 'book', title: 'Book', kind: 'book', level: 'beginner', status: 'ok' };
  write('resources.yaml', { resources: [{ ...resource, url: 'https://example.org' }] });
  write('phase.yaml', {
    id: 'phase',
    title: 'Phase',
    weeks: 10,
    summary: 'All of it.',
    sections: [{ id: 'all', title: 'All' }],
    topics: ids.map((id) => ({
      id,
      title: id,
      section: 'all',
      tier: 'essential',
      hours: 2,
      outcomes: ['Know it'],
      resources: [{ use: 'book', portion: 'a chapter', role: 'core', minutes: 60 }],
      concepts: concepts.map((concept) => ({
        id: concept,
        name: concept,
        definition: 'A thing.',
        relevance: 'Much.',
      })),
    })),
  });
  for (const id of ids) {
    write(`questions/${id}.yaml`, {
      topic: id,
      questions: concepts.flatMap((concept) =>
        Array.from({ length: PER_CONCEPT }, (_, i) => ({
          id: `${concept}-${i}`,
          concept,
          kind: 'number',
          difficulty: 2,
          prompt: `How much is ${i} times ten, in ${concept}?`,
          answer: i * 10,
          explain: 'Ten times as much.',
        })),
      ),
    });
  }
  return path;
}

/** A learner's home on that path, with so many answers over three years. */
export async function homeWithAnswers(path: string, count: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'llmpath-bench-'));
  const { status } = spawnSync(process.execPath, [BIN, 'init', path, '--yes'], {
    env: { ...process.env, LLMPATH_HOME: home, LLMPATH_NOW: `${FIRST_DAY}T12:00:00Z` },
  });
  if (status !== 0) throw new Error('the large bank cannot be enrolled in');
  const file = join(home, 'llmpath.db');
  const db = await openDatabase(file, { create: false });
  if (!db) throw new Error(`${file} was not made`);
  const insert = db.prepare(
    `INSERT INTO event (id, change, device, at, day, kind, path, ref, body)
     VALUES (@id, @id, 'd', @at, @day, @kind, 'large', @ref, @body)`,
  );
  db.transaction(() => {
    for (let i = 0; i < count; i++) insert.run(answerRow(i, count));
    if (count > 0) for (let day = 0; day < DAYS; day++) insert.run(studyRow(day));
  })();
  rebuild({ db, file, now: Date.now(), today: LAST_DAY, schedule: DEFAULT_SCHEDULE });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return home;
}

function answerRow(i: number, count: number) {
  const day = addDays(FIRST_DAY, Math.floor((i / count) * DAYS));
  const question = (i * 7919) % (TOPICS * CONCEPTS * PER_CONCEPT);
  const topic = `topic-${question % TOPICS}`;
  const concept = Math.floor(question / TOPICS) % CONCEPTS;
  const slug = `concept-${concept}-${Math.floor(question / TOPICS / CONCEPTS)}`;
  const correct = i % 5 !== 0;
  const body = {
    quiz: 's',
    seed: i,
    topic,
    concept: `${topic}/concept-${concept}`,
    kind: ['number', 'choice', 'vector', 'match'][i % 4],
    difficulty: 1 + (i % 5),
    answer: { kind: 'number', value: i },
    correct,
    credit: correct ? 1 : 0,
    hints: 0,
    ms: 20_000,
    grade: correct ? 3 : 1,
  };
  return {
    id: `018d0000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
    at: Date.parse(`${day}T12:00:00Z`),
    day,
    kind: 'answered',
    ref: `${topic}/q/${slug}`,
    body: JSON.stringify(body),
  };
}

/** An hour on a book, on each day. */
function studyRow(i: number) {
  const day = addDays(FIRST_DAY, i);
  return {
    id: `018d0000-0000-7000-9000-${i.toString(16).padStart(12, '0')}`,
    at: Date.parse(`${day}T19:00:00Z`),
    day,
    kind: 'time-logged',
    ref: `topic-${i % TOPICS}/book`,
    body: JSON.stringify({ minutes: 60, day, estimated: false }),
  };
}
