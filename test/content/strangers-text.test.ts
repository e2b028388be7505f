import { describe, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const HARMFUL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/;

describe('harmful text in a path file', () => {
  test.each([
    ['as an escape of YAML', '"Vec\\e[31mtors\\u202E"'],
    ['as itself', 'Vec\u001B[31mtors\u202E'],
  ])('%s, it is taken out with a warning', (_, title) => {
    const folder = aPathFolder().change('1-basics.yaml', 'title: Vectors', `title: ${title}`);
    expect(folder.problems()).toEqual(['text.control 1-basics.yaml:12:12']);
    const { path, issues } = folder.load();
    expect(path?.phases[0]?.topics[0]?.title).toBe('Vec[31mtors');
    expect(issues[0]).toMatchObject({
      level: 'warning',
      message: 'Control characters were taken out of 1-basics.yaml',
      hint: 'Delete them.',
    });
  });

  test('wherever it stands, each place is named', () => {
    const folder = aPathFolder()
      .change('1-basics.yaml', '[Add two vectors]', '["Add\\u202E two", "fine", "\\u0007bell"]')
      .change('path.yaml', 'title: A small path', 'title: "A small\\u200B path"');
    expect(folder.problems()).toEqual([
      'text.control 1-basics.yaml:16:16',
      'text.control 1-basics.yaml:16:41',
      'text.control path.yaml:2:8',
    ]);
  });

  test('ordinary foreign text is no problem', () => {
    const folder = aPathFolder().change(
      '1-basics.yaml',
      'summary: What the rest stands on.',
      'summary: "Größen, 中文, ℝⁿ →\\ttabs"',
    );
    expect(folder.problems()).toEqual([]);
    expect(folder.load().path?.phases[0]?.summary).toBe('Größen, 中文, ℝⁿ → tabs');
  });

  test.each([
    ['a tag', 'title: Vectors', 'title: !x\u001B[2Jy Vectors'],
    ['an unknown key', 'title: Vectors', 'title: Vectors\n    "tit\\e[2Jle": x'],
    ['an unknown value', 'tier: helpful', 'tier: "help\\e[2Jful"'],
    ['a wrong value', 'hours: 3', 'hours: "\\e[2J"'],
    ['a title in a message', 'id: odds', 'id: "\\e[2Jodds!"'],
    ['an unknown alias', 'title: Vectors', 'title: *x\u001B[2Jy'],
  ])('no message repeats it: %s', (_, before, after) => {
    const { issues } = aPathFolder().change('1-basics.yaml', before, after).load();
    expect(issues.some((issue) => issue.level === 'error')).toBe(true);
    for (const { message, hint } of issues) expect(`${message} ${hint}`).not.toMatch(HARMFUL);
  });

  test('no message repeats that of a file name', () => {
    const { issues } = aPathFolder().write('evil\u001B[2J.yaml', 'a: 1\n').load();
    expect(issues.map((issue) => issue.code)).toEqual(['orphan.file']);
    expect(`${issues[0]?.file} ${issues[0]?.message}`).not.toMatch(HARMFUL);
  });
});
