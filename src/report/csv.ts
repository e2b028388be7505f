import { stringify } from 'csv-stringify/sync';
import type { Report } from '../domain/report/report.ts';

/** The tables that a report can be written as. */
export const TABLES = ['days', 'answers', 'topics', 'resources', 'events'] as const;
export type Table = (typeof TABLES)[number];

type Cell = string | number | null;
type Row = Record<string, Cell>;

/**
 * One table of the report as CSV: RFC 4180 with a header, UTF-8 with the mark that spreadsheets need
 * to see it. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderCsv(report: Report, table: Table): string {
  const [columns, rows] = ROWS[table](report);
  return stringify(rows, {
    header: true,
    columns,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}

const ROWS: Record<Table, (report: Report) => [columns: string[], rows: Row[]]> = {
  days: ({ activity }) => [
    ['day', 'minutes', 'answers', 'first_answers', 'right'],
    activity.days.map(({ day, minutes, answers, reviews, right }) => ({
      day,
      minutes,
      answers,
      first_answers: reviews,
      right,
    })),
  ],
  answers: ({ answers }) => [
    [
      'day',
      'at',
      'question',
      'topic',
      'concept',
      'kind',
      'difficulty',
      'right',
      'credit',
      'hints',
      'seconds',
    ],
    (answers ?? []).map((row) => ({
      day: row.day,
      at: new Date(row.at).toISOString(),
      question: row.ref,
      topic: row.topic,
      concept: row.concept,
      kind: row.kind,
      difficulty: row.difficulty,
      right: yes(row.correct),
      credit: row.credit,
      hints: row.hints,
      seconds: row.seconds,
    })),
  ],
  topics: ({ topics }) => [
    [
      'topic',
      'title',
      'phase',
      'tier',
      'state',
      'overruled',
      'percent',
      'planned_minutes',
      'spent_minutes',
      'recall_today',
      'recall_at_finish',
      'answers',
      'first_answers',
      'right',
      'last_day',
    ],
    topics.map((row) => ({
      topic: row.id,
      title: row.title,
      phase: row.phase,
      tier: row.tier,
      state: row.state,
      overruled: yes(row.overruled),
      percent: row.percent,
      planned_minutes: row.planned,
      spent_minutes: row.spent,
      recall_today: rounded(row.recall?.today),
      recall_at_finish: rounded(row.recall?.finish),
      answers: row.answers,
      first_answers: row.reviews,
      right: row.right,
      last_day: row.lastDay,
    })),
  ],
  resources: ({ resources }) => [
    [
      'resource',
      'title',
      'portion',
      'topic',
      'kind',
      'role',
      'state',
      'estimated_minutes',
      'spent_minutes',
      'measured',
    ],
    resources.map((row) => ({
      resource: row.ref,
      title: row.title,
      portion: row.portion,
      topic: row.topic,
      kind: row.kind,
      role: row.role,
      state: row.state,
      estimated_minutes: row.estimate,
      spent_minutes: row.spent,
      measured: yes(row.measured),
    })),
  ],
  events: ({ happenings }) => [
    ['day', 'at', 'kind', 'ref', 'title', 'minutes'],
    happenings.map((row) => ({
      day: row.day,
      at: new Date(row.at).toISOString(),
      kind: row.kind,
      ref: row.ref,
      title: row.title,
      minutes: row.minutes,
    })),
  ],
};

const yes = (is: boolean): string => (is ? 'yes' : 'no');

function rounded(recall: number | undefined): number | null {
  return recall === undefined ? null : Math.round(recall * 1000) / 1000;
}
