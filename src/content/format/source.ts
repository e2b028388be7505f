import {
  type Alias,
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
  YAMLParseError,
} from 'yaml';
import type { Issue } from '../issue.ts';

export type KeyPath = readonly (string | number)[];

/** A YAML file with its values and the places they came from. */
export interface Source {
  /** As shown to the user. */
  file: string;
  value: unknown;
  /** Makes an issue at the node of a key path; `key` points at the key instead of its value. */
  issue(
    level: Issue['level'],
    code: string,
    path: KeyPath,
    message: string,
    options?: { hint?: string; key?: string },
  ): Issue;
}

const MOST_ALIASES = 100;
const TOO_MANY_ALIASES = 'too many aliases';
/** Twelve times as many marks, values and blanks as the largest file of the bundled path has. */
const MOST_TOKENS = 150_000;
const TOO_MANY_VALUES = 'too many values';
/** Characters of one value, many times what any field takes; unescaping takes room for each. */
const LONGEST_VALUE = 50_000;
const TOO_LONG = 'too long a value';
/** Of what is wrong with the syntax of one file, so many are told. */
const MOST_PROBLEMS = 1000;

/** How many more marks, values and blanks the files of one path may hold together. */
export interface Room {
  tokens: number;
}

/**
 * Parses YAML 1.2 of bounded size. Syntax problems come back as issues with `value` undefined.
 * Deep nesting and alias bombs are issues too, never an exception. What it reads is taken off `room`.
 */
export function parseSource(
  file: string,
  text: string,
  room: Room,
): { source: Source; issues: Issue[] } {
  const counter = new LineCounter();
  const lines = text.split('\n');
  const at = (offset: number, width: number) => {
    const { line, col } = counter.linePos(offset);
    return place(lines, line, col, width);
  };
  // Kept only as long as it is needed: the places of all values take far more room than the values.
  let document: Document.Parsed | null = null;
  let value: unknown;
  const issues: Issue[] = [];
  const failure = (code: string, message: string, hint: string) => ({
    level: 'error' as const,
    code,
    file,
    ...place(lines, 1, 1, 1),
    message,
    hint,
  });
  try {
    document = parseBounded(text, counter, room);
    if (document.errors.some((error) => error.message.includes('call stack')))
      throw new RangeError();
    for (const error of [...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS)) {
      const hint = error.code === 'DUPLICATE_KEY' ? 'Each key stands once in a map.' : '';
      const width = Math.max(1, error.pos[1] - error.pos[0]);
      const where = at(error.pos[0], width);
      const message = sentence(error.message);
      issues.push({ level: 'error', code: 'yaml.syntax', file, ...where, message, hint });
    }
    for (const alias of MAY_ALIAS.test(text) ? unresolvedAliases(document) : []) {
      const [start, end] = alias.range ?? [0, 1];
      const message = `*${alias.source} is read as an alias, but there is no anchor &${alias.source}`;
      const hint = 'Put the text in quotation marks.';
      issues.push({
        level: 'error',
        code: 'yaml.alias',
        file,
        ...at(start, end - start),
        message,
        hint,
      });
    }
    value = issues.length > 0 ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES });
    document = null;
  } catch (error) {
    const [message, hint] = explainLimit(error);
    const source = { file, value: undefined, issue: () => failure('yaml.limit', message, hint) };
    return { source, issues: [failure('yaml.limit', message, hint)] };
  }
  const source: Source = {
    file,
    value,
    issue: (level, code, path, message, options = {}) => {
      // What was read once may be read again.
      document ??= parseBounded(text, new LineCounter(), { tokens: MOST_TOKENS });
      const [start, end] = findRange(document, path, options.key);
      const where = at(start, Math.max(1, end - start));
      return { level, code, file, ...where, message, hint: options.hint ?? '' };
    },
  };
  return { source, issues };
}

function explainLimit(error: unknown): [message: string, hint: string] {
  const flat = 'Write it out flat, without anchors.';
  if (!(error instanceof RangeError) || error.message === TOO_MANY_ALIASES) {
    return ['Too many aliases', flat];
  }
  if (error.message === TOO_MANY_VALUES) {
    return ['The file holds too many values to be read', 'Split it into several files.'];
  }
  if (error.message === TOO_LONG) {
    return ['The file holds a value that is far too long', 'Shorten it.'];
  }
  return ['The file is nested too deeply to be read', flat];
}

/** Where an alias may stand: a star before a name, at the start of a value. */
const MAY_ALIAS = /(?:^|[\s[{,])\*[^\s,[\]{}*]/m;

/** Aliases that come before their anchor, or that have none. Throws RangeError for too many. */
function unresolvedAliases(document: Document): Alias[] {
  const anchors = new Set<string>();
  const found: Alias[] = [];
  let count = 0;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor);
        return;
      }
      count += 1;
      if (count > MOST_ALIASES) throw new RangeError(TOO_MANY_ALIASES);
      if (!anchors.has(node.source)) found.push(node);
    },
  });
  return found;
}

/** Deeper than any file of a path; the parser's own limit is the stack, which is no safe place. */
const DEEPEST = 200;

/**
 * The document of a text, as the library's `parseDocument` makes it, but refused as soon as it nests
 * lists and maps deeper than any file of a path does. Throws RangeError.
 */
function parseBounded(text: string, counter: LineCounter, room: Room): Document.Parsed {
  // Each nested block needs at least one more column, or one more mark, at the start of a line.
  const isIndented = (line: string) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > 2 * DEEPEST;
  if (text.split('\n').some(isIndented)) throw new RangeError('nested too deeply');
  // The library compares each key of a map with all before it, which takes minutes in a large one.
  const options = {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error' as const,
  };
  const composer = new Composer(options);
  const [document, more] = composer.compose(parseTokens(text, counter, room), true, text.length);
  if (!document) throw new Error('the composer gives at least one document');
  if (more) {
    const message = 'Source contains multiple documents; only one is read';
    const [start, end] = more.range;
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', message));
  }
  document.errors.push(...findWrongKeys(document));
  document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  return document as Document.Parsed;
}

/** Keys that are no words, and those that stand in their map already; the first of them. */
function findWrongKeys(document: Document): YAMLParseError[] {
  const found: YAMLParseError[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (found.length >= MOST_PROBLEMS) return;
        if (!isScalar(key)) {
          // Written out as text, such keys inside each other grow without end.
          const [start] = (isNode(key) && key.range) || [0];
          const message = 'A key must be a word, no list, map or alias';
          found.push(new YAMLParseError([start, start + 1], 'UNEXPECTED_TOKEN', message));
          continue;
        }
        if (keys.has(key.value)) {
          const start = key.range?.[0] ?? 0;
          const message = 'Map keys must be unique';
          found.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', message));
        }
        keys.add(key.value);
      }
    },
  });
  return found;
}

/** What the library's parser makes of each token, while brackets nest no deeper than allowed. */
function* parseTokens(text: string, counter: LineCounter, room: Room): Generator<CST.Token> {
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  let depth = 0;
  let count = 0;
  for (const token of new Lexer().lex(text)) {
    count += 1;
    room.tokens -= 1;
    if (count > MOST_TOKENS || room.tokens < 0) throw new RangeError(TOO_MANY_VALUES);
    const type = CST.tokenType(token);
    if (token.length > LONGEST_VALUE && type !== 'comment') throw new RangeError(TOO_LONG);
    if (type === 'flow-seq-start' || type === 'flow-map-start') depth += 1;
    if (type === 'flow-seq-end' || type === 'flow-map-end') depth -= 1;
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    yield* parser.next(token);
  }
  yield* parser.end();
}

/** The character range of the node at a path, or of the nearest ancestor that exists. */
function findRange(document: Document, path: KeyPath, key?: string): [number, number] {
  let node: unknown = document.contents;
  for (const step of path) {
    const next: unknown = isNode(node) && 'get' in node ? getNode(node, step) : undefined;
    if (!isNode(next)) break;
    node = next;
  }
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find((item) => isNode(item.key) && String(item.key) === key);
    if (pair && isNode(pair.key)) node = pair.key;
  }
  const range = isNode(node) ? node.range : null;
  return range ? [range[0], range[1]] : [0, 1];
}

function getNode(node: Node, step: string | number): unknown {
  return (node as unknown as { get(step: string | number, keep: true): unknown }).get(step, true);
}

function place(lines: readonly string[], line: number, column: number, width: number) {
  const text = (lines[line - 1] ?? '').replace(/\r$/, '');
  const rest = Math.max(1, text.length - column + 1);
  return { line, column, excerpt: { text, width: Math.min(width, rest) } };
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.replace(/[.:]$/, '');
}
