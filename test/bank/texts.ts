import type { Question } from '../../src/domain/quiz/question.ts';

/** Every text of a question that a learner may read. */
export function textsOf(question: Question): string[] {
  const { prompt, explain, hints } = question;
  return [prompt, explain, ...hints, ...ownTexts(question)];
}

function ownTexts(question: Question): string[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return question.options.flatMap(({ text, feedback }) => [text, feedback ?? '']);
    case 'truefalse':
      return [question.feedback ?? ''];
    case 'order':
      return question.items.map((item) => item.text);
    case 'match':
      return [...question.left, ...question.right].map((item) => item.text);
    case 'open':
      return [question.answer];
    case 'cloze':
    case 'text':
      return [];
    default:
      return question.slips.map((slip) => slip.feedback);
  }
}
