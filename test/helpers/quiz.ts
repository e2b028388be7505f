import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { loadPath } from '../../src/content/load.ts';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import type { Template } from '../../src/domain/quiz/template.ts';
import { BIN, type Learner } from './cli.ts';

/** A line that `quiz --stdio` writes. */
export interface Message {
  type: 'session' | 'question' | 'invalid' | 'hint' | 'graded' | 'kept' | 'summary';
  [key: string]: unknown;
}

/** A quiz driven over its pipes, as another program would. */
export interface Driver {
  process: ChildProcessWithoutNullStreams;
  /** The next line it writes; null at its end. */
  read(): Promise<Message | null>;
  send(message: unknown): void;
  /** Writes text as it is. */
  raw(text: string): void;
  /** Closes its input. */
  end(): void;
  exit: Promise<number | null>;
}

export function driveQuiz(
  learner: Learner,
  args: readonly string[],
  env: Record<string, string> = {},
): Driver {
  const child = spawn(process.execPath, [BIN, 'quiz', '--stdio', ...args], {
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      LLMPATH_HOME: learner.home,
      LLMPATH_NOW: learner.now(),
      LLMPATH_SEED: '7',
      ...env,
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const raw = (text: string) => {
    child.stdin.write(text);
  };
  return {
    process: child,
    read: async () => {
      const { value, done } = await lines.next();
      return done ? null : (JSON.parse(value) as Message);
    },
    send: (message) => raw(`${JSON.stringify(message)}\n`),
    raw,
    end: () => child.stdin.end(),
    exit,
  };
}

let bank: Map<string, Template> | undefined;

/** The bundled question of a ref as it is drawn from a seed. */
export function bundledQuestion(ref: string, seed: number): Question {
  bank ??= new Map(loadPath('paths/llm').templates.map((template) => [template.ref, template]));
  const template = bank.get(ref);
  if (!template) throw new Error(`there is no question ${ref}`);
  return drawQuestion(template, seed);
}

/** The right answer in the form that a program sends. */
export function rightAnswer(question: Question): unknown {
  switch (question.kind) {
    case 'order':
      return question.answer.flat();
    case 'cloze':
      return question.answer.map((forms) => forms[0]);
    case 'text':
      return question.answer[0];
    case 'shape':
      return question.answer ?? 'undefined';
    case 'open':
      return 4;
    default:
      return question.answer;
  }
}

/** An answer that can be read and is not right. */
export function wrongAnswer(question: Question): unknown {
  switch (question.kind) {
    case 'choice':
      return question.options.find(({ id }) => id !== question.answer)?.id;
    case 'several':
      return question.options.map(({ id }) => id).filter((id) => !question.answer.includes(id));
    case 'truefalse':
      return !question.answer;
    case 'number':
      return question.answer * 3 + 1000;
    case 'vector':
      return question.answer.map((x) => x * 3 + 1000);
    case 'matrix':
      return question.answer.map((row) => row.map((x) => x * 3 + 1000));
    case 'shape':
      return question.answer === null ? [997] : [...question.answer, 997];
    case 'expression':
      return `(${question.answer}) + 1`;
    case 'order':
      return question.answer.flat().reverse();
    case 'match': {
      const rights = Object.values(question.answer);
      const turned = [...rights.slice(1), rights[0] as string];
      return Object.fromEntries(Object.keys(question.answer).map((left, i) => [left, turned[i]]));
    }
    case 'cloze':
      return question.answer.map(() => 'zebra');
    case 'text':
      return 'zebra';
    case 'open':
      return 1;
  }
}

/** Answers everything a session asks, each in `seconds`; gives what was said in between. */
export async function answerAll(
  driver: Driver,
  answer: (question: Question) => unknown = rightAnswer,
  seconds: () => number | undefined = () => 40,
): Promise<{ messages: Message[]; graded: Message[]; kinds: Set<string> }> {
  const messages: Message[] = [];
  const kinds = new Set<string>();
  for (let message = await driver.read(); message; message = await driver.read()) {
    messages.push(message);
    if (message.type !== 'question') continue;
    const question = bundledQuestion(message.id as string, message.seed as number);
    kinds.add(question.kind);
    driver.send({ answer: answer(question), seconds: seconds() });
  }
  return { messages, graded: messages.filter(({ type }) => type === 'graded'), kinds };
}
