import { type ChildProcessWithoutNullStreams, spawn as spawnPlain } from 'node:child_process';
import { createInterface } from 'node:readline';
import { spawn } from '@lydell/node-pty';
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { addDays, daysBetween } from '../../src/domain/day.ts';
import type { EventOf } from '../../src/domain/event/event.ts';
import type { Grade, Memory } from '../../src/domain/memory/fsrs.ts';
import {
  foldQuestion,
  NEW_QUESTION,
  type QuestionState,
} from '../../src/domain/memory/question.ts';
import { median } from './compare.ts';
import { BIN } from './homes.ts';

const NOW = '2026-12-07T19:00:00Z';

/**
 * Milliseconds until a program shows `mark` on a terminal of its own, in turn with the whole run of
 * `node -e 0` there; medians.
 */
export async function timeToScreen(
  home: string,
  args: readonly string[],
  mark: string,
  rounds: number,
): Promise<{ bare: number; shown: number }> {
  const bare: number[] = [];
  const shown: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await timeOnTerminal(['-e', '0'], home, null));
    shown.push(await timeOnTerminal([BIN, ...args], home, mark));
  }
  return { bare: median(bare), shown: median(shown) };
}

function timeOnTerminal(args: string[], home: string, mark: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const pty = spawn(process.execPath, args, {
      cols: 80,
      rows: 24,
      env: { ...process.env, TZ: 'UTC', LLMPATH_HOME: home, LLMPATH_NOW: NOW },
    });
    let text = '';
    let isShown = false;
    pty.onData((data) => {
      text += data;
      if (mark === null || isShown || !text.includes(mark)) return;
      isShown = true;
      resolve(performance.now() - started);
      pty.kill();
    });
    pty.onExit(() => {
      if (mark === null) resolve(performance.now() - started);
      else if (!isShown) reject(new Error(`${args.join(' ')} never showed ${mark}: ${text}`));
    });
  });
}

/** Milliseconds from an answer's sending to its verdict, over a session; a median. */
export async function timeVerdicts(home: string, refs: readonly string[]): Promise<number> {
  const child: ChildProcessWithoutNullStreams = spawnPlain(
    process.execPath,
    [BIN, 'quiz', '--stdio', '--count', '40', ...refs],
    { env: { ...process.env, TZ: 'UTC', LLMPATH_HOME: home, LLMPATH_NOW: NOW } },
  );
  const times: number[] = [];
  let sent = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { type } = JSON.parse(line) as { type: string };
    if (type === 'graded') times.push(performance.now() - sent);
    if (type !== 'question') continue;
    sent = performance.now();
    child.stdin.write('{"answer":null}\n');
  }
  return median(times);
}

/** Milliseconds of folding so many answers, and of a bare loop of the library over them; medians. */
export function timeReplay(count: number, rounds: number): { bare: number; replay: number } {
  const questions = 5000;
  const answers = Array.from({ length: count }, (_, i) => ({
    question: i % questions,
    day: addDays('2024-01-01', Math.floor(i / questions) * 5 + (i % 4)),
    grade: (1 + ((i * 7 + (i % questions)) % 4)) as Grade,
  }));
  const gaps = gapsOf(answers, questions);
  const events = answers.map(toEvent);
  const bare: number[] = [];
  const replay: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(timed(() => loop(answers, gaps, questions)));
    replay.push(timed(() => fold(events)));
  }
  return { bare: median(bare), replay: median(replay) };
}

interface Given {
  question: number;
  day: string;
  grade: Grade;
}

function gapsOf(answers: readonly Given[], questions: number): number[] {
  const last: (string | null)[] = new Array(questions).fill(null);
  return answers.map(({ question, day }) => {
    const before = last[question];
    last[question] = day;
    return before ? daysBetween(before, day) : 0;
  });
}

function loop(answers: readonly Given[], gaps: readonly number[], questions: number): void {
  const algorithm = new FSRSAlgorithm(generatorParameters({ enable_short_term: false }));
  const states: (Memory | null)[] = new Array(questions).fill(null);
  for (const [i, { question, grade }] of answers.entries()) {
    states[question] = algorithm.next_state(states[question] ?? null, gaps[i] ?? 0, grade);
  }
}

function fold(events: readonly EventOf<'answered'>[]): void {
  const states = new Map<string, QuestionState>();
  for (const event of events) {
    const ref = event.ref ?? '';
    states.set(ref, foldQuestion(states.get(ref) ?? NEW_QUESTION, event));
  }
}

function toEvent({ question, day, grade }: Given): EventOf<'answered'> {
  return {
    id: '',
    change: '',
    device: '',
    at: 0,
    day,
    kind: 'answered',
    path: 'large',
    ref: `topic/q/${question}`,
    body: {
      quiz: '',
      seed: 1,
      topic: 'topic',
      concept: 'topic/concept',
      answer: null,
      correct: grade > 1,
      credit: 1,
      hints: 0,
      ms: 20_000,
      grade,
    },
  };
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
