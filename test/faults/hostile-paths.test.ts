import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPath } from '../../src/content/load.ts';
import { isUserError } from '../../src/domain/error.ts';
import { outlineOf } from '../../src/domain/path/path.ts';
import { indexPath } from '../../src/domain/path/refs.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import { stripText } from '../../src/domain/strip.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { DEEP, KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { hostileFiles } from './hostile.ts';
import { printFigures } from './sound.ts';

const COUNT = 10_000;
const LONGEST_MS = 5_000;
const MOST_MB = 512;
/** One in so many is looked at in all ways, drawn and with its formulas laid out. */
const DEEP_EVERY = 40;

/** Fails for a text that could act on a terminal, at any depth. */
function expectInert(value: unknown): void {
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string' && stripText(inner) !== inner)
      expect(stripText(inner)).toBe(inner);
    return inner;
  });
}

test('10,000 hostile path files give issues or a path: nothing else, in time, in bounds', () => {
  const folder = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS));
  const names = ['path.yaml', 'resources.yaml', '1-basics.yaml', '2-models.yaml', QUESTION_FILE];
  const files = names.map((name): [string, string] => [name, folder.read(name)]);
  expect(folder.load().issues).toEqual([]);
  let [valid, refused, longest, total, drawn] = [0, 0, 0, 0, 0];
  for (const { name, content } of hostileFiles(files, COUNT)) {
    total += 1;
    writeFileSync(join(folder.dir, name), content);
    const started = performance.now();
    try {
      const deep = total % DEEP_EVERY === 0 ? { ...DEEP, seeds: 3 } : null;
      const { path, templates, issues } = loadPath(folder.dir, 'mine', deep);
      expectInert(issues.map(({ file, message, hint }) => [file, message, hint]));
      if (path) {
        valid += 1;
        const index = indexPath(outlineOf(path));
        measureProgress(outlineOf(path), index, new Map());
        expectInert(path);
        if (deep) drawn += templates.map((template) => drawQuestion(template, total)).length;
      } else {
        refused += 1;
        expect(issues.some((issue) => issue.level === 'error')).toBe(true);
      }
    } catch (error) {
      if (!isUserError(error)) {
        const start = content.subarray(0, 300).toString();
        throw new Error(`file ${total}, ${name}, beginning ${JSON.stringify(start)}`, {
          cause: error,
        });
      }
      refused += 1;
    }
    const took = performance.now() - started;
    if (took > 1_000) process.stdout.write(`file ${total}, ${name}: ${Math.round(took)} ms\n`);
    longest = Math.max(longest, took);
    expect(longest, `file ${total}, ${name}`).toBeLessThan(LONGEST_MS);
    for (const [file, text] of files)
      if (file === name) writeFileSync(join(folder.dir, file), text);
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  printFigures('Hostile path files', [
    ['files', `${total}: ${refused} refused with issues, ${valid} still a path, none failed`],
    ['questions drawn from those', `${drawn}`],
    ['the longest', `${Math.round(longest)} ms of ${LONGEST_MS}`],
    ['peak memory, tests included', `${Math.round(peak)} MB of ${MOST_MB}`],
  ]);
  expect(peak).toBeLessThan(MOST_MB);
}, 600_000);
