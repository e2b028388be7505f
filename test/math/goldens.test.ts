import { describe, expect, test } from 'vitest';
import { formulas, golden, goldenFile, goldenLesson, WIDTHS } from './goldens.ts';

/*
 * `npx vitest run test/math/goldens.test.ts --update` writes the golden files anew. Read every
 * line that changes: a formula that reads badly is a bug, however it came about.
 */
describe('formulas of the field look as in a textbook', () => {
  for (const [subject, named] of Object.entries(formulas)) {
    test(`${subject} at ${WIDTHS.join(', ')} columns, in ASCII, on one line, in words`, async () => {
      const all = Object.entries(named).map(([name, tex]) => golden(name, tex));
      await expect(`${all.join('\n\n\n')}\n`).toMatchFileSnapshot(`../../${goldenFile(subject)}`);
    });
  }

  test('a lesson with formulas in its text', async () => {
    await expect(`${goldenLesson()}\n`).toMatchFileSnapshot(`../../${goldenFile('lesson')}`);
  });

  test('there are at least 150 of them', () => {
    const count = Object.values(formulas).flatMap((named) => Object.keys(named)).length;
    expect(count).toBeGreaterThanOrEqual(150);
  });
});
