import { describe, expect, test } from 'vitest';
import { makeTypesetter } from '../../src/cli/quiz/prose.ts';
import { renderPreview } from '../../src/cli/render/preview.ts';
import { renderBody, renderText } from '../../src/cli/render/question.ts';
import { widthOf } from '../../src/cli/render/text.ts';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { type Fields, KINDS, templateOf } from '../helpers/question-files.ts';
import { plainTheme } from '../helpers/theme.ts';

const SEED = 4;

async function preview(fields: Fields, answers: boolean, width = 80): Promise<string[]> {
  const { prose, load } = makeTypesetter('unicode');
  await load('$');
  const question = drawQuestion(templateOf(fields), SEED);
  return renderPreview(question, 'dot product', answers, prose, plainTheme, width)
    .join('\n')
    .split('\n');
}

function kindOf(kind: string): Fields {
  return KINDS.find((fields) => fields.kind === kind) as Fields;
}

describe.each([40, 80, 120])('at %i columns', (width) => {
  test.each(KINDS.map((fields) => [fields.kind, fields] as const))('%s', async (kind, fields) => {
    const bare = await preview(fields, false, width);
    const whole = await preview(fields, true, width);
    expect(whole.slice(0, bare.length)).toEqual(bare);
    for (const line of whole) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    expect(whole.join('\n')).not.toMatch(/\n\n\n|[ ]\n|\{\{|undefined.*undefined/);
    expect(bare[0]).toBe(`  vectors/q/${kind}`);
    expect(whole.join(' ')).toContain('because');
  });
});

test('a generated question is told by its seed, and its formulas are laid out', async () => {
  const lines = await preview(kindOf('number'), true);
  const text = lines.join('\n');
  expect(lines[1]).toBe('  dot product · number · difficulty 2 · drawn with the seed 4');
  expect(lines[3]).toMatch(/^ {2}Compute a ⋅ b for a = \(\d, \d, \d\) and b = \(\d, \d, \d\)\.$/);
  expect(text).toMatch(/\n {2}answer {5}\d+\n\n {2}within {5}1 %\n\n {2}slip {7}\d+: You added/);
  expect(text).toMatch(/\n {2}hint 1 {5}Multiply, then add\.\n/);
});

test('options stand behind their letters, and feedback is told for each wrong one', async () => {
  const lines = await preview(kindOf('choice'), true);
  const options = lines.filter((line) => /^ {2}[a-c] {2}\d+$/.test(line));
  expect(options.map((line) => line[2])).toEqual(['a', 'b', 'c']);
  const answer = /^ {2}answer {5}([a-c])\) \d+$/.exec(
    lines.find((l) => /^ {2}answer/.test(l)) ?? '',
  );
  const told = lines.flatMap(
    (line) => /^ {2}not ([a-c]) {6}One too (?:many|few)\.$/.exec(line)?.[1] ?? [],
  );
  expect([answer?.[1], ...told].sort()).toEqual(['a', 'b', 'c']);
});

test('a match stands in two columns where there is room', async () => {
  const wide = await preview(kindOf('match'), false, 80);
  expect(wide.filter((line) => /^ {2}\S {2}\w+ +\S {2}a /.test(line))).toHaveLength(3);
  expect(wide.filter((line) => /^ {10,}\S {2}a /.test(line))).toHaveLength(1);
  const long = {
    ...kindOf('match'),
    extra: '[a thing that is far too long to stand beside another]',
  };
  const narrow = await preview(long, false, 40);
  expect(narrow.filter((line) => /^ {2}\S {2}\S/.test(line))).toHaveLength(7);
});

test('what is accepted, and what a slip is, is told in full', async () => {
  const text = (await preview(kindOf('text'), true)).join('\n');
  expect(text).toContain('  answer     dot product\n\n  also       scalar product');
  const cloze = (await preview(kindOf('cloze'), true)).join('\n');
  expect(cloze).toContain('  blank 1    products or product\n\n  blank 2    added');
  const unit = {
    ...kindOf('open'),
    kind: 'number',
    answer: '2',
    unit: '{ name: GB, forms: { MB: 0.001 } }',
  };
  expect((await preview(unit, true)).join('\n')).toContain('  unit       1 MB = 0.001 GB');
  const truth = (await preview(kindOf('truefalse'), true)).join('\n');
  expect(truth).toContain('  not true   Look at the signs.');
  const shape = { kind: 'shape', answer: '[2]', slips: '[{ answer: undefined, feedback: Why. }]' };
  expect((await preview(shape, true)).join('\n')).toContain('  slip       undefined: Why.');
});

describe('the text of a question', () => {
  const { prose } = makeTypesetter('unicode');
  const question = (prompt: string, options: string[] = []) =>
    ({
      kind: options.length > 0 ? 'choice' : 'number',
      prompt,
      options: options.map((text, i) => ({ id: 'abc'[i], text, feedback: null })),
    }) as unknown as Question;
  const code = 'Before.\n\n```python\nfor i in range(3):\n\n    print(i)\n```\n\nAfter.';

  test('keeps fenced code as it is, indented', () => {
    expect(renderText(code, 2, prose, 80)).toEqual([
      '  Before.',
      '',
      '    for i in range(3):',
      '',
      '        print(i)',
      '',
      '  After.',
    ]);
  });

  test('marks where a line of code goes on', () => {
    const long = '```\n    x = one + two + three + four + five + six\n```';
    expect(renderText(long, 2, prose, 40)).toEqual([
      '        x = one + two + three + four +',
      '        … five + six',
    ]);
  });

  test.each([
    ['that is not closed', '```\na = 1', ['    a = 1']],
    ['that is empty', 'So.\n\n```\n```', ['  So.', '', '']],
    ['of four backticks around three', '````\n```\nx\n```\n````', ['    ```', '    x', '    ```']],
  ])('takes a fence %s', (_, text, lines) => {
    expect(renderText(text, 2, prose, 80)).toEqual(lines);
  });

  test('takes no code out of a line', () => {
    expect(renderText('Use ```` ``` ```` in it.', 2, prose, 80)).toEqual([
      '  Use ```` ``` ```` in it.',
    ]);
  });

  test('has no control characters, wherever they come from', () => {
    const lines = renderBody(
      question('a\u001b[31mb\u202e', ['\u0007c', 'd']),
      prose,
      plainTheme,
      80,
    );
    expect(lines).toEqual(['  a[31mb', '', '  a  c', '  b  d']);
  });

  test('has long options apart, and the letter of a tall formula at its middle', async () => {
    const typesetter = makeTypesetter('unicode');
    await typesetter.load('$');
    const tall = '$\\begin{pmatrix} 1 \\\\ 2 \\\\ 3 \\end{pmatrix}$';
    expect(
      renderBody(question('Which?', [tall, 'none']), typesetter.prose, plainTheme, 80),
    ).toEqual(['  Which?', '', '     ⎛ 1 ⎞', '  a  ⎜ 2 ⎟', '     ⎝ 3 ⎠', '', '  b  none']);
  });
});
