import type { Readable, Writable } from 'node:stream';
import type { MathStyle } from '../../math/render.ts';
import type { Theme } from '../output.ts';
import { renderBody } from '../render/question.ts';
import { readJsonLines } from './json-lines.ts';
import {
  gradedMessage,
  type Message,
  questionMessage,
  type Request,
  readRequest,
  summaryMessage,
} from './messages.ts';
import { makeTypesetter } from './prose.ts';
import type { QuizRun, Summary } from './run.ts';

const COLUMNS = 80;

/**
 * Asks the questions of a session in JSON Lines: one object a line out, one in. A line that cannot be
 * used is answered with why, and the question stands. The end of the input ends the session as `quit`
 * does, and so does an output that nobody reads any more.
 */
export async function runOverLines(
  input: Readable,
  output: Writable,
  run: QuizRun,
  style: MathStyle = 'unicode',
): Promise<Summary> {
  const setter = makeTypesetter(style);
  const writer = makeWriter(output);
  const ask = async () => {
    const asked = run.current();
    if (asked === null) return;
    await setter.load(JSON.stringify(asked.question));
    const text = renderBody(asked.question, setter.prose, PLAIN, COLUMNS).join('\n');
    await writer.write(questionMessage(asked, text, run.exam));
  };
  await writer.write({
    type: 'session',
    id: run.id,
    count: run.current()?.of ?? 0,
    exam: run.exam,
  });
  await ask();
  await run.load();
  if (run.current() !== null) await serve(input, run, writer, ask);
  const summary = run.finish();
  for (const { graded, given } of summary.verdicts) {
    await writer.write(gradedMessage(graded, given));
  }
  await writer.write(summaryMessage(summary));
  return summary;
}

/** Answers lines until no question is left, the program quits or nobody is there. */
async function serve(
  input: Readable,
  run: QuizRun,
  writer: Writer,
  ask: () => Promise<void>,
): Promise<void> {
  for await (const line of readJsonLines(input)) {
    const request = line.ok ? readRequest(line.value) : line.message;
    if (typeof request === 'string') {
      await writer.write({ type: 'invalid', message: request });
    } else if (request.kind === 'quit') {
      return;
    } else {
      const { reply, moves } = carryOut(request, run);
      if (reply) await writer.write(reply);
      if (moves) await ask();
    }
    if (run.current() === null || writer.isClosed()) return;
  }
}

/** Does what is asked for; `moves` tells whether the question is done with. */
function carryOut(
  request: Exclude<Request, { kind: 'quit' }>,
  run: QuizRun,
): { reply: Message | null; moves: boolean } {
  switch (request.kind) {
    case 'hint':
      return { reply: hintReply(run), moves: false };
    case 'skip':
      run.skip();
      return { reply: null, moves: true };
    case 'answer':
      return answerReply(request, run);
  }
}

function hintReply(run: QuizRun): Message {
  if (run.exam) return { type: 'invalid', message: 'An exam gives no hints.' };
  const all = run.current()?.question.hints.length ?? 0;
  const text = run.hint();
  if (text === null) {
    const message =
      all === 0 ? 'This question has no hints.' : `All ${all} hints were given already.`;
    return { type: 'invalid', message };
  }
  const n = run.current()?.hints.length ?? 0;
  return { type: 'hint', n, text, left: all - n };
}

function answerReply(
  { input, seconds }: Request & { kind: 'answer' },
  run: QuizRun,
): { reply: Message; moves: boolean } {
  const reading = input === null ? null : run.read(input);
  if (reading && !reading.ok) {
    return { reply: { type: 'invalid', message: reading.message }, moves: false };
  }
  const graded = run.answer(reading?.answer ?? null, seconds);
  const { ref: id, event } = graded;
  return {
    reply: run.exam ? { type: 'kept', id, event } : gradedMessage(graded, reading?.shown ?? null),
    moves: true,
  };
}

interface Writer {
  /** Resolves when there is room for more, at once where nobody reads any more. */
  write(message: Message): Promise<void>;
  isClosed(): boolean;
}

function makeWriter(output: Writable): Writer {
  let closed = false;
  let resume = () => {};
  const close = () => {
    closed = true;
    resume();
  };
  output.on('error', close).on('close', close);
  return {
    async write(message) {
      if (closed || output.write(`${JSON.stringify(message)}\n`)) return;
      await new Promise<void>((resolve) => {
        resume = resolve;
        output.once('drain', resolve);
      });
    },
    isClosed: () => closed,
  };
}

const asItIs = (text: string): string => text;
const PLAIN: Theme = {
  accent: asItIs,
  strong: asItIs,
  faint: asItIs,
  done: asItIs,
  due: asItIs,
  trouble: asItIs,
  link: asItIs,
};
