import type { Graded, QuizRun, Summary } from '../../../src/cli/quiz/run.ts';
import type { Answer } from '../../../src/domain/quiz/grade/answer.ts';
import { expectedAnswer } from '../../../src/domain/quiz/grade/expected.ts';
import { gradeAnswer } from '../../../src/domain/quiz/grade/grade.ts';
import { readAnswer } from '../../../src/domain/quiz/grade/read.ts';
import type { Asked, AskReason } from '../../../src/domain/quiz/pick.ts';
import type { Question } from '../../../src/domain/quiz/question.ts';

export interface FakeRun extends QuizRun {
  /** What was stored, in order; null for "do not know". */
  readonly answers: (Answer | null)[];
  readonly skipped: string[];
  /** How often the session was ended. */
  readonly ends: number[];
}

const NEW: AskReason = { kind: 'new', recall: null, daysAway: null };

/** A session over given questions that keeps its answers in memory. */
export function fakeRun(
  questions: readonly Question[],
  options: { exam?: boolean; reason?: AskReason } = {},
): FakeRun {
  const exam = options.exam ?? false;
  const answers: (Answer | null)[] = [];
  const skipped: string[] = [];
  const ends: number[] = [];
  const verdicts: Summary['verdicts'] = [];
  let at = 0;
  const ask = (): Asked | null => {
    const question = questions[at];
    if (!question) return null;
    return {
      n: at + 1,
      of: questions.length,
      question,
      topicTitle: 'Vectors',
      reason: options.reason ?? NEW,
      hints: [],
    };
  };
  let asked = ask();
  const standing = (): Asked => {
    if (!asked) throw new Error('no question stands');
    return asked;
  };
  const next = () => {
    at += 1;
    asked = ask();
  };
  return {
    id: 'session-1',
    exam,
    answers,
    skipped,
    ends,
    current: () => asked,
    load: async () => {},
    read: (input) => readAnswer(standing().question, input),
    answer(answer) {
      const before = standing();
      const { question } = before;
      const verdict = answer
        ? gradeAnswer(question, answer)
        : { correct: false, expected: expectedAnswer(question), feedback: null, near: null };
      answers.push(answer);
      const graded: Graded = {
        ref: question.ref,
        ...verdict,
        credit: verdict.correct ? 1 : 0,
        explain: question.explain,
        more: question.source && {
          title: 'Essence of Linear Algebra',
          portion: question.source.portion,
          url: 'https://example.org/films',
        },
        event: `event-${answers.length}`,
        due: '2026-12-16',
        again: false,
      };
      verdicts.push({ asked: before, given: answer && JSON.stringify(answer), graded });
      next();
      return graded;
    },
    hint() {
      const { question, hints } = standing();
      const hint = question.hints[hints.length];
      if (hint === undefined) return null;
      hints.push(hint);
      return hint;
    },
    skip() {
      skipped.push(standing().question.ref);
      next();
    },
    finish() {
      ends.push(answers.length);
      const correct = verdicts.filter(({ graded }) => graded.correct).length;
      return {
        answered: answers.length,
        correct,
        skipped: skipped.length,
        minutes: 7.2,
        strong: ['dot product', 'softmax'],
        shaky: [],
        passed: [],
        due: { tomorrow: 4, week: 11 },
        verdicts: exam ? verdicts : [],
      };
    },
  };
}
