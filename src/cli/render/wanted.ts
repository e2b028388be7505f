import type { NumberQuestion, Question, Tolerance } from '../../domain/quiz/question.ts';

/** What kind of answer is wanted, with a tiny example: `a number, two decimals`. */
export function wantedAnswer(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return 'one letter';
    case 'several':
      return 'letters such as a c';
    case 'truefalse':
      return 'true or false: t or f';
    case 'number':
      return wantedNumber(question);
    case 'vector':
      return `a vector such as 1, 2, 3${precision(question.tolerance)}`;
    case 'matrix':
      return `rows such as [1, 2; 3, 4] or line by line${precision(question.tolerance)}`;
    case 'shape':
      return 'a shape such as (32, 128), or undefined';
    case 'expression':
      return wantedExpression(Object.keys(question.variables));
    case 'order':
      return `letters in order, such as ${question.items
        .map((item) => item.id)
        .toReversed()
        .join(' ')}`;
    case 'match':
      return `pairs such as ${question.left
        .map(({ id }, i) => `${id}${question.right.at(i - 1)?.id ?? ''}`)
        .join(' ')}`;
    case 'cloze':
      return wantedBlanks(question.answer.length);
    case 'text':
      return 'a word or a few';
    case 'open':
      return 'answer in your head or on paper';
  }
}

function wantedNumber({ tolerance, unit, percent }: NumberQuestion): string {
  const name = unit ? ` in ${unit.name}` : '';
  if (unit?.required)
    return `a number with its unit, such as 12 ${unit.name}${precision(tolerance)}`;
  if (tolerance.kind !== 'exact') return `a number${name}${precision(tolerance)}`;
  return `a number${name} such as ${percent ? '0.25 or 25%' : '7 or 1/3'}`;
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many digits are enough, as the end of a phrase. */
function precision(tolerance: Tolerance): string {
  switch (tolerance.kind) {
    case 'exact':
      return '';
    case 'digits':
      return `, ${counted(tolerance.count, 'significant digit')}`;
    case 'relative':
      return `, to within ${Number((tolerance.by * 100).toPrecision(2))} %`;
    case 'absolute': {
      if (tolerance.by <= 0) return '';
      const decimals = Math.ceil(-Math.log10(2 * tolerance.by) - 1e-9);
      return decimals > 0
        ? `, ${counted(decimals, 'decimal')}`
        : `, to within ${Number(tolerance.by.toPrecision(2))}`;
    }
  }
}

function counted(count: number, noun: string): string {
  return `${COUNTS[count] ?? count} ${noun}${count === 1 ? '' : 's'}`;
}

function wantedExpression(names: readonly string[]): string {
  const [first] = names;
  if (!first) return 'an expression such as sqrt(2) + 1/3';
  return `an expression in ${names.join(', ')} such as 2*${first}^2 + 1`;
}

function wantedBlanks(count: number): string {
  if (count === 1) return 'the missing word or words';
  const places = Array.from({ length: count }, (_, i) => `word ${i + 1}`);
  return `the ${counted(count, 'blank')} in order, such as ${places.join('; ')}`;
}
