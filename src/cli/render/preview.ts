import { expectedAnswer } from '../../domain/quiz/grade/expected.ts';
import type { Question, Tolerance } from '../../domain/quiz/question.ts';
import { stripText } from '../../domain/strip.ts';
import type { Theme } from '../output.ts';
import { type Prose, renderBody, renderText } from './question.ts';
import { indent, padEnd, widthOf } from './text.ts';
import { wantedAnswer } from './wanted.ts';

const MARGIN = 2;
/** Columns that the labels of answers take, with the gap behind them. */
const LABELS = 11;

/** A question as the learner gets it, under its name and facts; with `answers` all that answers it. */
export function renderPreview(
  question: Question,
  concept: string,
  answers: boolean,
  prose: Prose,
  theme: Theme,
  width: number,
): string[] {
  const { ref, kind, difficulty, generated, seed } = question;
  const drawn = generated ? `drawn with the seed ${seed}` : '';
  const facts = [stripText(concept), kind, `difficulty ${difficulty}`, drawn].filter(Boolean);
  return [
    ...nameLines(ref, width).map((line) => theme.strong(line)),
    indent(theme.faint(facts.join(' · ')), MARGIN, width),
    '',
    ...renderBody(question, prose, theme, width),
    '',
    ...indent(theme.faint(`${wantedAnswer(question)} ›`), MARGIN, width).split('\n'),
    ...(answers ? renderAnswers(question, prose, theme, width) : []),
  ];
}

/** A ref too long for a line goes on behind its topic. */
function nameLines(ref: string, width: number): string[] {
  if (MARGIN + ref.length <= width) return [' '.repeat(MARGIN) + ref];
  const cut = ref.lastIndexOf('/') + 1;
  return [
    indent(ref.slice(0, cut), MARGIN, width),
    ...indent(ref.slice(cut), 2 * MARGIN, width).split('\n'),
  ];
}

function renderAnswers(question: Question, prose: Prose, theme: Theme, width: number): string[] {
  return answersOf(question).flatMap(([label, text]) => {
    const margin = MARGIN + LABELS;
    const head = padEnd(' '.repeat(MARGIN) + theme.strong(label), margin);
    const lines = renderText(text, margin, prose, width);
    // A label longer than its column stands above its text.
    const beside = widthOf(head) === margin;
    const [first = '', ...rest] = lines;
    return ['', ...(beside ? [head + first.slice(margin), ...rest] : [head, ...lines])];
  });
}

/** All that answers a question, in the order in which one wants to check it. */
function answersOf(question: Question): [label: string, text: string][] {
  return [
    ...keyOf(question),
    ...wrongOf(question),
    ['because', question.explain],
    ...question.hints.map((hint, i): [string, string] => [`hint ${i + 1}`, hint]),
  ];
}

function keyOf(question: Question): [string, string][] {
  const answer: [string, string] = ['answer', expectedAnswer(question)];
  switch (question.kind) {
    case 'number': {
      const { unit } = question;
      const forms = Object.entries(unit?.forms ?? {}).filter(([name]) => name !== unit?.name);
      const others = forms.map(([name, factor]) => `1 ${name} = ${factor} ${unit?.name}`);
      return [answer, ...sayTolerance(question.tolerance), ...others.map(unitRow)];
    }
    case 'vector':
    case 'matrix':
      return [answer, ...sayTolerance(question.tolerance)];
    case 'text':
      return [answer, ...question.answer.slice(1).map(also)];
    case 'cloze':
      return question.answer.map((forms, i) => [`blank ${i + 1}`, forms.join(' or ')]);
    default:
      return [answer];
  }
}

const unitRow = (text: string): [string, string] => ['unit', text];
const also = (text: string): [string, string] => ['also', text];

function sayTolerance(tolerance: Tolerance): [string, string][] {
  switch (tolerance.kind) {
    case 'exact':
      return [];
    case 'absolute':
      return [['within', String(tolerance.by)]];
    case 'relative':
      return [['within', `${Number((tolerance.by * 100).toPrecision(6))} %`]];
    case 'digits':
      return [['within', `${tolerance.count} significant digits`]];
  }
}

/** What wrong answers tell. */
function wrongOf(question: Question): [string, string][] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return question.options.flatMap(({ id, feedback }): [string, string][] =>
        feedback === null ? [] : [[`not ${id}`, feedback]],
      );
    case 'truefalse':
      return question.feedback === null ? [] : [[`not ${!question.answer}`, question.feedback]];
    case 'number':
    case 'vector':
    case 'matrix':
    case 'shape':
    case 'expression':
      return question.slips.map(({ answer, feedback }) => [
        'slip',
        `${expectedAnswer({ ...question, answer } as Question)}: ${feedback}`,
      ]);
    default:
      return [];
  }
}
