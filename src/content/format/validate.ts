import type { z } from 'zod';
import { didYouMean, nearest } from '../../domain/spelling.ts';
import type { Issue } from '../issue.ts';
import type { KeyPath, Source } from './source.ts';

type ZodIssue = z.core.$ZodIssue;

/** Checks a file's values against its schema; every problem becomes an issue at its place. */
export function validate<T>(
  source: Source,
  schema: z.ZodType<T>,
): { value: T | null; issues: Issue[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, issues: [] };
  return { value: null, issues: result.error.issues.flatMap((i) => explain(source, schema, i)) };
}

function explain(source: Source, schema: z.ZodType, issue: ZodIssue): Issue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol') as KeyPath;
  const name = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, source.value, path);
    return issue.keys.map((key) => {
      const close = nearest(key, allowed);
      const hint = close.length > 0 ? didYouMean(close) : `Allowed here: ${allowed.join(', ')}.`;
      const message = `"${key}" is not a key of ${path.length === 0 ? 'this file' : name}`;
      return source.issue('error', 'key.unknown', path, message, { hint, key });
    });
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const why = issue.issues[0]?.message ?? 'has another form';
    const message = `"${key}" in ${nameOf(path.slice(0, -1))} ${why}`;
    return [source.issue('error', 'value.invalid', path.slice(0, -1), message, { key })];
  }
  const allowed = allowedBy(issue);
  if (allowed) {
    const found = valueAt(source.value, path);
    if (found === undefined) return [missing(source, path)];
    const close = nearest(String(found), allowed);
    const hint = close.length > 0 ? didYouMean(close) : '';
    const message = `${name} is ${show(found)}, and must be one of ${allowed.join(', ')}`;
    return [source.issue('error', 'value.unknown', path, message, { hint })];
  }
  if (issue.code === 'invalid_type') {
    const found = valueAt(source.value, path);
    if (found === undefined || (found === null && path.length === 0)) {
      return [missing(source, path)];
    }
    const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
    const message =
      issue.expected === 'int'
        ? `${name} must be a whole number, not ${show(found)}`
        : `${name} must be ${expected}, not ${show(found)}`;
    const isBare = issue.expected === 'string' && /^(?:number|boolean)$/.test(typeof found);
    const hint = isBare ? 'Put it in quotation marks.' : '';
    return [source.issue('error', 'value.type', path, message, { hint })];
  }
  if (valueAt(source.value, path) === undefined) return [missing(source, path)];
  const message = `${name} ${boundOf(issue) ?? issue.message}`;
  return [source.issue('error', 'value.invalid', path, message)];
}

/** The words that a value must be one of; null where the issue is another. */
function allowedBy(issue: ZodIssue): string[] | null {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  // The key that tells apart the forms of a map, such as the kind of a question.
  if (issue.code === 'invalid_union' && 'options' in issue) return issue.options?.map(String) ?? [];
  return null;
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
};

function missing(source: Source, path: KeyPath): Issue {
  const key = String(path.at(-1) ?? 'content');
  const parent = path.slice(0, -1);
  const owner = parent.length === 0 ? 'this file' : nameOf(parent);
  const message = path.length === 0 ? 'The file is empty' : `${owner} has no "${key}"`;
  return source.issue('error', 'key.missing', parent, message, {
    hint: path.length === 0 ? '' : `Add ${key}: to it.`,
  });
}

function boundOf(issue: ZodIssue): string | null {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'must not be empty';
    if (issue.origin === 'array') return `must have at least ${issue.minimum} entries`;
    const most = issue.inclusive ? 'at least' : 'more than';
    return `must be ${most} ${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `is longer than ${issue.maximum} characters`;
    if (issue.origin === 'array') return `has more than ${issue.maximum} entries`;
    return `must be at most ${issue.maximum}`;
  }
  return null;
}

/** A key path as one reads it: `topics[2].hours`. */
export function nameOf(path: KeyPath): string {
  if (path.length === 0) return 'The file';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i === 0 ? step : `.${step}`))
    .join('');
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a map of keys';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** The keys that a strict object allows at a path of a value. */
function keysAt(schema: z.ZodType, value: unknown, path: KeyPath): string[] {
  let at = narrow(schema, value);
  for (const [i, step] of path.entries()) {
    const { shape, element } = at.def as unknown as Def;
    const next = typeof step === 'number' ? element : shape?.[step];
    if (!next) return [];
    at = narrow(next, valueAt(value, path.slice(0, i + 1)));
  }
  return Object.keys((at.def as unknown as Def).shape ?? {});
}

interface Def {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  discriminator?: string;
}

/** The schema without what is wrapped around it; of several forms the one that the value has. */
function narrow(schema: z.ZodType, value: unknown): z.ZodType {
  const { innerType, options, discriminator } = schema.def as unknown as Def;
  if (innerType) return narrow(innerType, value);
  const maps = (options ?? []).filter((option) => 'shape' in option.def);
  const tag = discriminator === undefined ? undefined : valueAt(value, [discriminator]);
  const fits = (option: z.ZodType) => {
    const form = (option.def as unknown as Def).shape?.[discriminator ?? ''];
    return form?.safeParse(tag).success ?? false;
  };
  return maps.find(fits) ?? maps[0] ?? schema;
}
