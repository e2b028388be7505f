import { chances } from './victim.ts';

/** Texts that did harm somewhere, or might here. */
const TOKENS = [
  ...[
    '\0',
    '\u001B[2J',
    '\u001B]0;x\u0007',
    '\u202E',
    '\u2066',
    '\uFEFF',
    '\r\n',
    '\r',
    '\u2028',
    '\t',
  ],
  ...[
    '{{',
    '}}',
    '$',
    '$$',
    '\\',
    '"',
    "'",
    '`',
    '#',
    '&a ',
    '*a',
    '!!binary ',
    '!!js/function ',
    '%YAML',
  ],
  ...[
    '---\n',
    '...\n',
    '? ',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '|+9\n',
    '<<: *a',
    '~',
    '@',
    '%',
  ],
  ...[
    'null',
    'true',
    '.nan',
    '.inf',
    '-.inf',
    '1e999',
    '0x7fffffffffffffff',
    '2001-01-01',
    '-0',
    '1_000',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'was: [vectors]', 'needs: [layers]'],
  ...[
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a@b:c/',
    '../../etc/passwd',
    '/dev/zero',
  ],
  ...['\\newcommand{\\a}{\\a\\a}\\a', '\\def\\x{\\x\\x}\\x', '\\frac{'.repeat(60), '{'.repeat(300)],
  ...['ones(10^9)', 'range(0, 1e18)', '9^9^9^9^9', 'f(x) = f(x)', 'import("fs")', 'a.constructor'],
  ...['(a+)+$', 'x'.repeat(5_000), '['.repeat(400), '- '.repeat(300), `${' '.repeat(500)}a: 1\n`],
];

/** A file for the path's folder, whole. */
export interface Hostile {
  name: string;
  content: Buffer;
}

/** Ways to change a text. */
const CHANGES: ((text: string, chance: () => number) => string)[] = [
  // A part is taken out, doubled, moved, turned round, or cut off to the end.
  (text, chance) => replace(text, chance, () => ''),
  (text, chance) => replace(text, chance, (part) => part + part),
  (text, chance) => replace(text, chance, (part) => [...part].reverse().join('')),
  (text, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text, chance) => swapLines(text, chance),
  // A token comes in, at any place or in that of a value.
  (text, chance) => insert(text, chance, token(chance)),
  (text, chance) => insert(text, chance, token(chance).repeat(1 + Math.floor(chance() * 40))),
  (text, chance) => changeValue(text, chance, () => token(chance)),
  (text, chance) => changeValue(text, chance, () => JSON.stringify(wrongType(chance))),
  (text, chance) => changeValue(text, chance, (value) => `[${value}, ${value}]`),
  (text, chance) => changeValue(text, chance, (value) => `{ ${value}: ${value} }`),
  // The form of the whole.
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => JSON.stringify(text),
  (text) => text.replaceAll('  ', '\t'),
];

/** The files, changed in one to three ways each; then those made from nothing. */
export function* hostileFiles(
  files: readonly [string, string][],
  count: number,
): Generator<Hostile> {
  const chance = chances(20_261_207);
  yield* madeFiles(['path.yaml', '1-basics.yaml', 'questions/vectors.yaml']);
  for (let i = 0; i < count; i++) {
    const [name, original] = pick(files, chance);
    let text = original;
    const times = 1 + Math.floor(chance() * 3);
    for (let j = 0; j < times; j++) text = pick(CHANGES, chance)(text, chance);
    const content = Buffer.from(text);
    // Bytes that are no UTF-8, among them halves of surrogate pairs.
    if (i % 9 === 0)
      content.fill(0xed + (i % 16), Math.floor(chance() * content.length)).subarray(0);
    if (i % 7 === 0 && content.length > 0) {
      content[Math.floor(chance() * content.length)] = Math.floor(chance() * 256);
    }
    yield { name, content };
  }
}

/** Files made from nothing, each under every name. */
export function* madeFiles(names: readonly string[]): Generator<Hostile> {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let i = 0; i < 24; i++) {
    const last = String.fromCharCode(97 + i);
    bomb.push(
      `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${last}, `.repeat(9)}]`,
    );
  }
  // Made one by one, since together they take more room than reading them may.
  const texts = [
    () => bomb.join('\n'),
    () => `a: &a { b: *a }`,
    () => `a: ${'['.repeat(100_000)}`,
    () => `a: ${'{a: '.repeat(100_000)}`,
    () => `${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}`,
    () => `a: ${'- '.repeat(100_000)}x`,
    () => `title: "${'x'.repeat(50 * 1024 * 1024)}"`,
    () => `title: "${'x'.repeat(2_000_000)}"`,
    () => `title: "${'\\u202e'.repeat(300_000)}"`,
    () => `${'a: 1\n'.repeat(400_000)}`,
    () => `${Array.from({ length: 150_000 }, (_, i) => `k${i}: 1`).join('\n')}`,
    () => '? '.repeat(50_000),
    () => `a: ${'&x '.repeat(1_000)}1`,
    () => `a: |${' '.repeat(1_000_000)}\n  x`,
    () => '\0'.repeat(1_000_000),
    () => '"'.repeat(1_000_001),
    () => `a: ${'!'.repeat(1_000_000)}`,
    () => `a: ${'9'.repeat(1_500_000)}`,
    () => `- ${'a\n- '.repeat(300_000)}`,
    () => '',
  ];
  for (const name of names) {
    for (const make of texts) yield { name, content: Buffer.from(make()) };
  }
}

/** Files that come into a path's folder; each may be sound, and all together are too much. */
export interface HostileFolder {
  what: string;
  files: Generator<[name: string, content: string]>;
}

export function* hostileFolders(): Generator<HostileFolder> {
  const questions = (file: number, count: number) =>
    Array.from(
      { length: count },
      (_, i) => `  - { id: q${file}-${i}, kind: truefalse, answer: true,
    concept: dot-product, difficulty: 2, prompt: What, explain: So }\n`,
    ).join('');
  const asked = (file: number, count: number) =>
    `topic: vectors\nquestions:\n${questions(file, count)}`;
  yield {
    what: '20 files of 2 MB, nearly all of it a remark',
    files: questionFiles(20, (i) => asked(i, 1).padEnd(1_990_000, '# x'.padEnd(999, 'x'))),
  };
  yield {
    what: '20 files of one long value',
    files: questionFiles(20, () => `a: ${'x'.repeat(1_990_000)}`),
  };
  yield {
    what: '150 files of very many values',
    files: questionFiles(150, () => 'a: 1\n'.repeat(36_000)),
  };
  yield { what: '150 files of 300 questions', files: questionFiles(150, (i) => asked(i, 300)) };
  yield { what: '1,001 files', files: questionFiles(1_001, (i) => asked(i, 1)) };
  yield { what: 'a phase named 20,000 times', files: namedOften(20_000) };
}

function* questionFiles(count: number, make: (i: number) => string): Generator<[string, string]> {
  for (let i = 0; i < count; i++) yield [`questions/q${i}.yaml`, make(i)];
}

function* namedOften(times: number): Generator<[string, string]> {
  const phases = Array<string>(times).fill('1-basics.yaml').join(', ');
  yield ['path.yaml', `id: small\nresources: resources.yaml\nphases: [${phases}]\n`];
}

function token(chance: () => number): string {
  return pick(TOKENS, chance);
}

function wrongType(chance: () => number): unknown {
  const values = [0, -1, 1.5, 1e308, true, null, [], {}, [[[]]], [null], { a: { b: [] } }, '', 'x'];
  return pick(values, chance);
}

function pick<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)] as T;
}

function replace(text: string, chance: () => number, by: (part: string) => string): string {
  const start = Math.floor(chance() * text.length);
  const end = start + Math.floor(chance() * 80);
  return text.slice(0, start) + by(text.slice(start, end)) + text.slice(end);
}

function insert(text: string, chance: () => number, what: string): string {
  const at = Math.floor(chance() * (text.length + 1));
  return text.slice(0, at) + what + text.slice(at);
}

function swapLines(text: string, chance: () => number): string {
  const lines = text.split('\n');
  const [a, b] = [0, 0].map(() => Math.floor(chance() * lines.length)) as [number, number];
  [lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
  return lines.join('\n');
}

/** Changes what stands behind the colon of some line. */
function changeValue(text: string, chance: () => number, by: (value: string) => string): string {
  const lines = text.split('\n');
  const at = Math.floor(chance() * lines.length);
  lines[at] = (lines[at] as string).replace(/: (.+)$/, (_, value: string) => `: ${by(value)}`);
  return lines.join('\n');
}
