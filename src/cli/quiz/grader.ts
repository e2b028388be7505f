import type { Answer, Verdict } from '../../domain/quiz/grade/answer.ts';
import { expectedAnswer } from '../../domain/quiz/grade/expected.ts';
import { gradeAnswer } from '../../domain/quiz/grade/grade.ts';
import type { Question } from '../../domain/quiz/question.ts';

/** Judging: loaded behind the first question, since reading formulas needs a large library. */
export { readAnswer } from '../../domain/quiz/grade/read.ts';

/** The verdict on an answer; for null, "do not know", what the answer is. */
export function gradeOrReveal(question: Question, answer: Answer | null): Verdict {
  if (answer !== null) return gradeAnswer(question, answer);
  return { correct: false, expected: expectedAnswer(question), feedback: null, near: null };
}

/** An answer in short, for the list after an exam. */
export function showAnswer(question: Question, answer: Answer): string {
  switch (answer.kind) {
    case 'choice':
      return optionText(question, answer.option);
    case 'several':
      return answer.options.map((id) => optionText(question, id)).join('; ') || 'none';
    case 'truefalse':
      return String(answer.value);
    case 'number':
      return String(answer.value);
    case 'vector':
      return `[${answer.entries.join(', ')}]`;
    case 'matrix':
      return `[${answer.rows.map((row) => row.join(', ')).join('; ')}]`;
    case 'shape':
      return answer.shape === null ? 'undefined' : `(${answer.shape.join(', ')})`;
    case 'expression':
      return answer.formula;
    case 'order':
      return answer.ids.join(' ');
    case 'match':
      return Object.entries(answer.pairs)
        .map((pair) => pair.join(''))
        .join(' ');
    case 'cloze':
      return answer.blanks.join('; ');
    case 'text':
      return answer.text;
    case 'open':
      return `your own rating: ${answer.rating}`;
  }
}

function optionText(question: Question, id: string): string {
  const options = 'options' in question ? question.options : [];
  const text = options.find((option) => option.id === id)?.text;
  return text === undefined ? id : `${id}) ${text}`;
}
