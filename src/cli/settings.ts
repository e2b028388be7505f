import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../domain/error.ts';
import { didYouMean, nearest } from '../domain/spelling.ts';
import type { Env, Folders } from './env.ts';

/** A setting: what it does, what may stand there, where else it may come from. */
export interface SettingSpec {
  key: SettingKey;
  about: string;
  /** Environment variables that override the file, the strongest first. */
  variables: string[];
  fallback: string;
  /** What is wrong with a value, as a sentence's end; null when nothing is. */
  problem(value: string): string | null;
}

export type SettingKey =
  | 'path'
  | 'name'
  | 'timezone'
  | 'day-start'
  | 'color'
  | 'hyperlinks'
  | 'math'
  | 'recall'
  | 'longest-interval'
  | 'editor'
  | 'pager'
  | 'browser';

const anything = () => null;
const numberIn = (min: number, max: number) => (value: string) => {
  const number = Number(value);
  const fits = value.trim() !== '' && number >= min && number <= max;
  return fits ? null : `must be a number from ${min} to ${max}`;
};
const oneOf = (allowed: string[]) => (value: string) =>
  allowed.includes(value) ? null : `must be ${allowed.join(', ')}`;

export const SETTINGS: readonly SettingSpec[] = [
  {
    key: 'path',
    about: 'the path to use, an id or a folder; empty: the one enrolled in last',
    variables: ['LLMPATH_PATH'],
    fallback: '',
    problem: anything,
  },
  {
    key: 'name',
    about: 'your name, for the head of reports; empty: none',
    variables: [],
    fallback: '',
    problem: anything,
  },
  {
    key: 'timezone',
    about: 'your time zone, like Europe/Berlin; empty: as at init, or the machine’s',
    variables: [],
    fallback: '',
    problem: (value) => {
      if (value === '') return null;
      const name = canonicalTimezone(value);
      if (name === null) return 'is not a time zone';
      return name === value ? null : `is spelt ${name}`;
    },
  },
  {
    key: 'day-start',
    about: 'when a study day begins, so that late evenings count as one day',
    variables: [],
    fallback: '4:00',
    problem: (value) =>
      parseDayStart(value) === null ? 'must be a time from 0:00 to 12:00, like 4:00' : null,
  },
  {
    key: 'color',
    about: 'auto, always or never',
    variables: [],
    fallback: 'auto',
    problem: oneOf(['auto', 'always', 'never']),
  },
  {
    key: 'hyperlinks',
    about: 'whether addresses can be clicked: auto, always or never',
    variables: [],
    fallback: 'auto',
    problem: oneOf(['auto', 'always', 'never']),
  },
  {
    key: 'math',
    about: 'how formulas are shown: unicode, ascii, or spoken for screen readers',
    variables: [],
    fallback: 'unicode',
    problem: oneOf(['unicode', 'ascii', 'spoken']),
  },
  {
    key: 'recall',
    about:
      'the predicted recall at which a question returns, 0.7 to 0.97; counts from its next answer',
    variables: [],
    fallback: '0.9',
    problem: numberIn(0.7, 0.97),
  },
  {
    key: 'longest-interval',
    about: 'days after which a question returns at the latest; counts from its next answer',
    variables: [],
    fallback: '90',
    problem: numberIn(1, 3650),
  },
  {
    key: 'editor',
    about: 'the editor for notes',
    variables: ['VISUAL', 'EDITOR'],
    fallback: 'vi',
    problem: anything,
  },
  {
    key: 'pager',
    about: 'the program that shows long output; empty: none',
    variables: ['PAGER'],
    fallback: 'less',
    problem: anything,
  },
  {
    key: 'browser',
    about: 'the program that opens addresses; empty: the desktop’s own',
    variables: ['BROWSER'],
    fallback: '',
    problem: anything,
  },
];

export interface Setting {
  value: string;
  source: 'flag' | 'environment' | 'file' | 'default';
}

export type Settings = Readonly<Record<SettingKey, Setting>>;

export function settingsFile(folders: Folders): string {
  return join(folders.config, 'config.json');
}

/**
 * Environment > file > default; flags come on top in `context`. With `mends` the file is passed over.
 * Throws UserError `config.*`.
 */
export function readSettings(env: Env, folders: Folders, mends: boolean): Settings {
  const stored = mends ? {} : readStored(settingsFile(folders));
  const entries = SETTINGS.map((spec): [SettingKey, Setting] => {
    const fromEnv = spec.variables.map((name) => env.variables[name]).find((v) => v !== undefined);
    if (fromEnv !== undefined) return [spec.key, { value: fromEnv, source: 'environment' }];
    const fromFile = stored[spec.key];
    if (fromFile !== undefined) return [spec.key, { value: fromFile, source: 'file' }];
    return [spec.key, { value: spec.fallback, source: 'default' }];
  });
  return Object.fromEntries(entries) as Settings;
}

/** The settings in the file, checked. A missing file is an empty one. */
export function readStored(file: string): Partial<Record<SettingKey, string>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // Below a file nothing can be; the database says so better.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw new UserError('config.unreadable', `The settings in ${file} cannot be read.`);
  }
  return parseStored(text, file);
}

/** Throws UserError `config.invalid` for the first thing wrong in the text of a settings file. */
export function parseStored(text: string, file: string): Partial<Record<SettingKey, string>> {
  let values: unknown;
  try {
    values = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    const { line, column } = whereJsonBroke(text);
    const hint = 'Mend it with: llmpath config edit';
    throw new UserError('config.invalid', `${file}:${line}:${column}  is not valid JSON.`, hint);
  }
  if (values === null || typeof values !== 'object' || Array.isArray(values)) {
    throw new UserError('config.invalid', `${file}:1:1  must be an object of settings.`);
  }
  for (const [key, value] of Object.entries(values)) {
    const problem =
      typeof value === 'string'
        ? settingProblem(key, value)
        : `"${key}" must be text in quotation marks.`;
    if (problem) {
      const line = text.slice(0, Math.max(0, text.indexOf(`"${key}"`))).split('\n').length;
      const hint = 'llmpath config lists every setting.';
      throw new UserError('config.invalid', `${file}:${line}  ${problem}`, hint);
    }
  }
  return values as Partial<Record<SettingKey, string>>;
}

/** What is wrong with a key or its value, as a sentence; null when nothing is. */
export function settingProblem(key: string, value: string): string | null {
  const spec = SETTINGS.find((candidate) => candidate.key === key);
  if (!spec) {
    const keys = SETTINGS.map((candidate) => candidate.key);
    return `"${key}" is not a setting. ${didYouMean(nearest(key, keys))}`.trim();
  }
  const problem = spec.problem(value);
  return problem === null ? null : `${key} is "${value}" and ${problem}.`;
}

/** Hours after midnight, 0 to 12, from `4:00` or `4`; null for anything else. */
export function parseDayStart(text: string): number | null {
  const match = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]) + Number(match[2] ?? 0) / 60;
  return hours <= 12 ? hours : null;
}

/** A time zone as its IANA name is spelt, from any upper and lower case; null for none. */
export function canonicalTimezone(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    const respelt = timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
    return /^[A-Za-z]/.test(name) ? respelt : null;
  } catch {
    return null;
  }
}

/** Where a text stops being the beginning of any JSON. */
function whereJsonBroke(text: string): { line: number; column: number } {
  const length = [...text].findIndex((_, i) => !couldBecomeJson(text.slice(0, i + 1)));
  const before = text.slice(0, length < 0 ? text.length : length).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function couldBecomeJson(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    return /end of JSON|[Uu]nterminated|Expected .*JSON at position/.test((error as Error).message)
      ? isCutOff(beginning, error as Error)
      : false;
  }
}

/** Whether the parser only missed what might still have come. */
function isCutOff(beginning: string, error: Error): boolean {
  const position = /position (\d+)/.exec(error.message);
  return position === null || Number(position[1]) >= beginning.length;
}
