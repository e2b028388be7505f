import { describe, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';

function withAddresses(book: string, course: string) {
  return aPathFolder()
    .change('resources.yaml', 'https://maths.example.org/book', book)
    .change('resources.yaml', 'https://odds.example.org/course', course);
}

describe('two addresses of one page', () => {
  test.each([
    ['https://a.org/x', 'https://a.org/x'],
    ['https://a.org/x', 'http://a.org/x'],
    ['https://a.org/x', 'https://www.a.org/x'],
    ['https://a.org/x', 'https://a.org/x/'],
    ['https://a.org', 'https://a.org/'],
    ['https://a.org/x', 'https://a.org/x#part-2'],
    ['https://a.org/x', 'HTTPS://A.ORG/x'],
    ['https://a.org/x', 'https://a.org:443/x'],
    ['https://a.org/x?p=1', 'http://www.a.org/x/?p=1'],
    ['https://youtube.com/watch?v=K', 'https://www.youtube.com/watch?v=K&list=PL1'],
    ['https://youtube.com/watch?v=K', 'https://www.youtube.com/watch?v=K&t=10s'],
    ['https://youtube.com/watch?v=K&list=PL1', 'https://www.youtube.com/watch?list=PL2&v=K'],
  ])('%s and %s', (book, course) => {
    const folder = withAddresses(book, course);
    expect(folder.problems()).toEqual(['address.duplicate resources.yaml:22:10']);
    expect(folder.load().issues[0]).toMatchObject({
      level: 'error',
      message: 'odds-course ("Odds for all") has the address of maths-book ("The book of maths")',
      hint: 'Keep one resource; its other titles belong under listed.',
    });
  });
});

describe('two pages', () => {
  test.each([
    ['https://a.org/x', 'https://a.org/y'],
    ['https://a.org/x', 'https://b.org/x'],
    ['https://a.org/x', 'https://a.org/X'],
    ['https://a.org/x', 'https://a.org/x?p=1'],
    ['https://a.org/x', 'https://a.org:8080/x'],
    ['https://youtube.com/watch?v=K', 'https://youtube.com/watch?v=k'],
    ['https://youtube.com/playlist?list=PL1', 'https://youtube.com/playlist?list=PL2'],
    ['https://a.org/watch?v=K&t=1', 'https://a.org/watch?v=K&t=2'],
  ])('%s and %s', (book, course) => {
    expect(withAddresses(book, course).problems()).toEqual([]);
  });
});

describe('an address that is none', () => {
  const ADDRESSES = [
    'ftp://a.org/x',
    'javascript:alert(1)',
    'JavaScript://a.org/%0Aalert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'mailto:a@a.org',
    'a.org/x',
    '//a.org/x',
    'https:/a.org',
    'https://',
    'https://[',
    'https://a b.org',
    '"https://a.org/x\\nX-Evil: 1"',
  ];

  test.each(ADDRESSES)('%s', (address) => {
    const folder = aPathFolder().change(
      'resources.yaml',
      'https://odds.example.org/course',
      address,
    );
    expect(folder.problems()).toEqual(['value.invalid resources.yaml:22:10']);
    const message = 'resources[3].url must be an http or https address';
    expect(folder.load().issues[0]?.message).toBe(message);
  });

  test.each([
    ['http://old.example.org/book', 'value.invalid resources.yaml:15:15'],
    ['https://copy.example.org/page', 'value.invalid resources.yaml:31:12'],
  ])('nor in the place of %s', (address, problem) => {
    const folder = aPathFolder().change('resources.yaml', address, 'javascript:alert(1)');
    expect(folder.problems()).toEqual([problem]);
  });
});

describe('a status', () => {
  const REPLACEMENT = `
    replacement:
      title: Its copy
      url: https://copy.example.org/page`;

  test.each([
    [
      'dead without a replacement',
      REPLACEMENT,
      '',
      'status.replacement resources.yaml:27:13',
      'Add replacement: {title, url}.',
    ],
    [
      'dead without a note',
      '    note: The site was closed.\n',
      '',
      'status.note resources.yaml:27:13',
      'Add note:.',
    ],
    [
      'moved without the old address',
      '    seed_url: http://old.example.org/book\n',
      '',
      'status.seed-url resources.yaml:13:13',
      'Add seed_url:.',
    ],
    [
      'moved without a note',
      '    note: The author moved it.\n',
      '',
      'status.note resources.yaml:13:13',
      'Add note:.',
    ],
    [
      'doubtful without a note',
      'status: ok\n    url: https://odds',
      'status: doubtful\n    url: https://odds',
      'status.note resources.yaml:21:13',
      'Add note:.',
    ],
    [
      'ok without an address',
      '    url: https://odds.example.org/course\n',
      '',
      'status.url resources.yaml:21:13',
      'Add url:.',
    ],
  ])('%s', (_, before, after, problem, hint) => {
    const folder = aPathFolder().change('resources.yaml', before, after);
    expect(folder.problems()).toEqual([problem]);
    expect(folder.load().issues[0]).toMatchObject({ level: 'error', hint });
  });

  test('dead of a core resource is a warning', () => {
    const folder = aPathFolder().change('1-basics.yaml', 'role: deeper', 'role: core');
    expect(folder.problems()).toEqual(['status.core 1-basics.yaml:52:14']);
    expect(folder.load()).toMatchObject({ path: { id: 'small' }, issues: [{ level: 'warning' }] });
  });
});
