import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../../src/cli/quiz/frame.ts';
import { leave, paint, paintPlain } from '../../../src/cli/quiz/paint.ts';

const COLUMNS = 20;

/** A terminal that knows what is used: line ends, the cursor's moves, home, and erasing below. */
class Screen {
  lines: string[] = [''];
  scrolled: string[] = [];
  row = 0;
  column = 0;
  private readonly rows: number;

  constructor(rows: number) {
    this.rows = rows;
  }

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: codes of terminals
    for (const token of text.match(/\u001B\[\d*[A-Z]|\r|\n|[^\u001B\r\n]+/g) ?? []) {
      const by = Number(/\d+/.exec(token)?.[0] ?? 1);
      if (token === '\r') this.column = 0;
      else if (token === '\n') this.down();
      else if (token.endsWith('A') && token.startsWith('\u001B')) this.row -= by;
      else if (token.endsWith('B') && token.startsWith('\u001B')) this.row += by;
      else if (token.endsWith('C') && token.startsWith('\u001B')) this.column += by;
      else if (token === '\u001B[H') [this.row, this.column] = [0, 0];
      else if (token === '\u001B[J') this.erase();
      else this.put(token);
      if (this.row < 0 || this.row >= this.rows)
        throw new Error(`the cursor left the screen: ${text}`);
    }
  }

  private down(): void {
    this.row += 1;
    if (this.row === this.rows) {
      this.scrolled.push(this.lines.shift() ?? '');
      this.row -= 1;
    }
    while (this.lines.length <= this.row) this.lines.push('');
  }

  private erase(): void {
    this.lines = this.lines.slice(0, this.row + 1);
    this.lines[this.row] = (this.lines[this.row] ?? '').slice(0, this.column);
  }

  private put(text: string): void {
    const line = (this.lines[this.row] ?? '').padEnd(this.column);
    this.lines[this.row] =
      line.slice(0, this.column) + text + line.slice(this.column + text.length);
    this.column += text.length;
  }
}

const frame = fc
  .array(fc.constantFrom('', 'one', 'two', 'a longer line here'), { minLength: 1, maxLength: 9 })
  .chain((lines) =>
    fc.record<Frame>({
      lines: fc.constant(lines),
      cursor: fc.option(
        fc.record({
          row: fc.integer({ min: Math.max(0, lines.length - 4), max: lines.length - 1 }),
          column: fc.integer({ min: 0, max: 10 }),
        }),
      ),
    }),
  );

describe('the terminal shows the frame, however it is painted', () => {
  test.each([4, 24])('with %i rows', (rows) => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), (frames) => {
        const screen = new Screen(rows);
        let before = null;
        for (const next of frames) {
          screen.write(paint(next, before, COLUMNS, rows));
          before = { frame: next, columns: COLUMNS, rows };
          const visible = next.lines.slice(-rows);
          expect(screen.lines.slice(0, visible.length)).toEqual(visible);
          expect(screen.lines.slice(visible.length).join('')).toBe('');
          if (next.cursor) {
            const hidden = next.lines.length - visible.length;
            expect([screen.row, screen.column]).toEqual([
              next.cursor.row - hidden,
              next.cursor.column,
            ]);
          }
        }
      }),
    );
  });
});

const typed = (text: string): Frame => ({
  lines: ['question', '', `answer ${text}`, '', 'keys'],
  cursor: { row: 2, column: 7 + text.length },
});
const painted = { frame: typed('1'), columns: COLUMNS, rows: 24 };

test('a key typed writes no line above the answer again', () => {
  const written = paint(typed('12'), painted, COLUMNS, 24);
  expect(written).toContain('answer 12');
  expect(written).not.toContain('question');
});

test('at another size all is written again, from the top', () => {
  expect(paint(typed('12'), painted, 30, 24).startsWith('\u001B[H\u001B[Jquestion')).toBe(true);
});

test('on a terminal narrower than the lines all is written again', () => {
  const narrow = { ...painted, columns: 6 };
  expect(paint(typed('12'), narrow, 6, 24)).toContain('question');
});

test('what comes after a frame stands below it', () => {
  const screen = new Screen(24);
  screen.write(paint(typed('1'), null, COLUMNS, 24));
  screen.write(leave(painted));
  screen.write('next');
  expect(screen.lines).toEqual([...typed('1').lines, 'next']);
});

test('without codes only what is new is written, and what is typed comes behind a sign', () => {
  expect(paintPlain(typed('12'), painted)).toBe('answer 12\n\nkeys\n› ');
  expect(paintPlain({ lines: ['end'], cursor: null }, null)).toBe('\nend\n');
});
