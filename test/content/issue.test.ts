import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Issue, sortIssues } from '../../src/content/issue.ts';

/** Problems in the order in which a reader meets them. */
const PLACES = [
  ['1-basics.yaml', 2, 5, 'key.missing'],
  ['1-basics.yaml', 2, 5, 'key.unknown'],
  ['1-basics.yaml', 2, 13, 'key.missing'],
  ['1-basics.yaml', 10, 1, 'key.missing'],
  ['1-basics.yaml', 10, 2, 'id.was'],
  ['path.yaml', 1, 1, 'key.missing'],
  ['path.yaml', 1, 20, 'id.was'],
] as const;

const inOrder = PLACES.map(
  ([file, line, column, code]): Issue => ({
    level: 'error',
    code,
    file,
    line,
    column,
    message: '',
    hint: '',
    excerpt: null,
  }),
);

test('problems are sorted by file, line, column and code, and the list given stays', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      const before = [...shuffled];
      expect(sortIssues(shuffled)).toEqual(inOrder);
      expect(shuffled).toEqual(before);
    }),
  );
});
