import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockBox, lineOf } from '../../src/math/fit.ts';
import { ASCII } from '../../src/math/glyphs/ascii.ts';
import { UNICODE } from '../../src/math/glyphs/unicode.ts';
import { layoutFormula } from '../../src/math/render.ts';
import { readTex } from '../../src/math/tex/read.ts';
import { renderMathText } from '../../src/math/text.ts';
import { columns } from '../../src/math/width.ts';
import { tex } from './tex.ts';

const width = fc.integer({ min: 12, max: 110 });
const style = fc.constantFrom('unicode' as const, 'ascii' as const, 'spoken' as const);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'\\{}$^_&%#~`a1 \n\t\u001B\u0007\u202E[]()|'),
    maxLength: 120,
  }),
);

const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('any formula of the grammar', () => {
  test('is understood, in lines no wider than asked, of characters that only show', () => {
    fc.assert(
      fc.property(tex, width, style, fc.boolean(), (source, width, style, display) => {
        const laid = layoutFormula(source, { width, style, display });
        expect(laid).toMatchObject({ understood: true, problem: null });
        for (const line of laid.lines) {
          expect(columns(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(CONTROLS);
          if (style === 'ascii') expect(line).toMatch(/^[ -~]*$/);
        }
        expect(laid.lines[laid.baseline]).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });

  test('is a box of rows of one width, its baseline among them', () => {
    fc.assert(
      fc.property(tex, width, fc.constantFrom(UNICODE, ASCII), (source, width, glyphs) => {
        const box = blockBox(readTex(source), glyphs, width);
        expect(box.lines.map(columns)).toEqual(box.lines.map(() => box.width));
        expect(box.lines[box.baseline]).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test('fits one row with brackets that close', () => {
    fc.assert(
      fc.property(tex, (source) => {
        const line = lineOf(readTex(source), UNICODE);
        expect(line).not.toContain('\n');
        const count = (sign: string) => line.split(sign).length;
        expect(count('(')).toBe(count(')'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever a file may hold', () => {
  test('as TeX never throws and never leaves control characters', () => {
    fc.assert(
      fc.property(anyText, width, style, fc.boolean(), (source, width, style, display) => {
        const { lines, understood, problem } = layoutFormula(source, { width, style, display });
        expect(understood).toBe(problem === null);
        for (const line of lines) {
          expect(line).not.toMatch(CONTROLS);
          expect(columns(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('as text never throws, never passes the width, never leaves control characters', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(tex, { maxLength: 2 }),
        width,
        style,
        (text, some, width, style) => {
          const mixed = [text, ...some.map((t, i) => (i === 0 ? `$${t}$` : `$$${t}$$`))].join(' ');
          for (const line of renderMathText(mixed, { width, style })) {
            expect(columns(line)).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(CONTROLS);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
