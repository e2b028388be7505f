import { expect, test } from 'vitest';
import { firstLineWithoutPrivate, withoutPrivate } from '../../src/cli/redact.ts';

const ROOT = '/usr/lib/node_modules/llmpath';

test.each([
  [
    `Unexpected token 'D', "Dear diary, Ada" ... is not valid JSON`,
    'Unexpected token "…", "…" ... is not valid JSON',
  ],
  ['Unexpected token } in "cut off by the end', 'Unexpected token } in "…"'],
  ['no such table: event', 'no such table: event'],
  ["it's no list, isn't it", "it's no list, isn't it"],
  ["open '/home/ada/My notes/llmpath.db' failed", 'open "…" failed'],
  ['cannot read /home/ada/My notes/x.db', 'cannot read <file>'],
  ['cannot read C:\\Users\\ada\\x.db: denied', 'cannot read <file>: denied'],
  ['cannot read ~/secret/x.db', 'cannot read <file>'],
  ['see https://ada:token@example.org/x and ada@example.org', 'see <address> and <address>'],
  [
    `    at toEvent (${ROOT}/dist/main.js:12:3)\n    at /home/ada/x.js:1:2`,
    '    at toEvent (<llmpath>/dist/main.js:12:3)\n    at <file>:1:2',
  ],
  [`at file://${ROOT}/bin/llmpath.js:3:1`, 'at <llmpath>/bin/llmpath.js:3:1'],
])('%s', (text, redacted) => {
  expect(withoutPrivate(text, ROOT)).toBe(redacted);
});

test('of many lines the first is told, and of a long one the beginning', () => {
  expect(firstLineWithoutPrivate('one\nDear diary', ROOT)).toBe('one');
  expect(firstLineWithoutPrivate('x'.repeat(999), ROOT)).toHaveLength(300);
});
