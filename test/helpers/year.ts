import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { addDays, weekday } from '../../src/domain/day.ts';
import { seeded } from '../../src/domain/seeded.ts';
import { BIN } from './cli.ts';
import { bundledQuestion, rightAnswer, wrongAnswer } from './quiz.ts';

/**
 * A year of a learner who does not exist, lived through the commands alone, with the clock set by
 * `LLMPATH_NOW`: three evenings a week, two holidays, an illness, some things left out.
 */
export const YEAR = { from: '2026-01-05', to: '2027-01-03', zone: 'Europe/Berlin' };

/** Minutes that an evening lasts at most, Monday first. */
const EVENINGS = [75, 0, 90, 0, 0, 150, 0];
/** Days away: first and last. */
const AWAY = [
  ['2026-04-02', '2026-04-12'],
  ['2026-08-03', '2026-08-23'],
  ['2026-11-09', '2026-11-15'],
] as const;
const HARD_TOPICS = /eigen|statistics|derivatives|generalization/;
const MOST_SITTINGS = 3;

interface Action {
  kind: 'study' | 'review' | 'quiz' | 'milestone' | 'rest' | 'finished';
  ref: string | null;
  minutes: number;
  topic: string | null;
  /** Whether the sitting ends in the middle of it. */
  partial: boolean;
}

/** Lives the year in a home, or only its first days; gives how many commands it took. */
export async function liveAYear(home: string, until = YEAR.to): Promise<number> {
  const learner = new Simulated(home);
  learner.at(YEAR.from);
  learner.run('config', 'set', 'name', 'Ada Example');
  learner.run(
    'init',
    '--start',
    YEAR.from,
    '--hours',
    'mon=1.25,wed=1.5,sat=2.5',
    '--finish',
    '2028-06-30',
    '--timezone',
    YEAR.zone,
  );
  for (let day = YEAR.from; day <= until; day = addDays(day, 1)) {
    const minutes = EVENINGS[weekday(day)] ?? 0;
    const isAway = AWAY.some(([first, last]) => day >= first && day <= last);
    if (minutes === 0 || isAway || learner.chance() < 0.08) continue;
    learner.at(day);
    await learner.spendEvening(minutes);
    learner.decide(day);
  }
  return learner.commands;
}

class Simulated {
  commands = 0;
  private readonly home: string;
  private readonly random = seeded(20_260_105);
  private now = 0;
  private readonly decided = new Set<string>();

  constructor(home: string) {
    this.home = home;
  }

  chance(): number {
    return this.random();
  }

  /** The beginning of an evening. */
  at(day: string): void {
    const late = weekday(day) === 5 ? 9 : 18;
    this.now =
      Date.parse(`${day}T${`${late}`.padStart(2, '0')}:00:00Z`) +
      Math.round(this.chance() * 60) * 60_000;
  }

  run<T = unknown>(...args: string[]): T {
    this.commands += 1;
    const all = [BIN, ...args, '--json', '--no-input'];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, {
      encoding: 'utf8',
      env: this.env(),
    });
    if (status !== 0) throw new Error(`llmpath ${args.join(' ')}: ${stderr}`);
    return (stdout.startsWith('{') ? JSON.parse(stdout) : null) as T;
  }

  async spendEvening(minutes: number): Promise<void> {
    const end = this.now + minutes * 60_000;
    for (let sitting = 0; sitting < MOST_SITTINGS && this.now < end; sitting++) {
      const { action } = this.run<{ action: Action }>('next');
      if (action.kind === 'rest' || action.kind === 'finished') return;
      if (action.kind === 'review') await this.quiz('--due', '--count', '15');
      else if (action.kind === 'quiz') await this.quiz(action.ref ?? '');
      else this.sit(action);
    }
    // What is due closes most evenings.
    if (this.chance() < 0.5) await this.quiz('--due', '--count', '12');
  }

  private sit({ minutes, partial, ref }: Action): void {
    this.run('start');
    const slow = /khan|mit|book|isl|goodfellow/.test(ref ?? '') ? 1.25 : 0.95;
    this.now += Math.max(5, Math.round(minutes * slow * (0.75 + 0.5 * this.chance()))) * 60_000;
    this.run(partial ? 'stop' : 'done');
  }

  private async quiz(...args: string[]): Promise<void> {
    this.commands += 1;
    let time = 0;
    const child = spawn(process.execPath, [BIN, 'quiz', '--stdio', ...args], { env: this.env() });
    for await (const line of createInterface({ input: child.stdout })) {
      const message = JSON.parse(line) as { type: string; id: string; seed: number };
      if (message.type !== 'question') continue;
      const question = bundledQuestion(message.id, message.seed);
      const knows = this.chance() < (HARD_TOPICS.test(question.topic) ? 0.68 : 0.9);
      const wrong = this.chance() < 0.3 ? null : wrongAnswer(question);
      const answer = knows ? rightAnswer(question) : wrong;
      const seconds = Math.round((knows ? 12 : 35) + 50 * this.chance());
      child.stdin.write(`${JSON.stringify({ answer, seconds })}\n`);
      time += seconds;
    }
    this.now += 1000 * time;
  }

  /** What is done once, on the first evening from a day on. */
  decide(day: string): void {
    for (const [from, ...args] of DECISIONS) {
      const name = args.join(' ');
      if (day < from || this.decided.has(name)) continue;
      this.decided.add(name);
      this.run(...args);
    }
  }

  private env(): Record<string, string | undefined> {
    return {
      PATH: process.env.PATH,
      TZ: 'UTC',
      LLMPATH_HOME: this.home,
      LLMPATH_NOW: new Date(this.now).toISOString(),
      LLMPATH_SEED: `${this.commands}`,
    };
  }
}

const DECISIONS: [from: string, ...args: string[]][] = [
  [
    '2026-01-14',
    'note',
    'math-vectors',
    'A dot product is how much of one vector lies along the other.',
  ],
  [
    '2026-02-11',
    'log',
    'math-matrices/3b1b-linear-algebra',
    '--minutes',
    '25',
    '--on',
    'yesterday',
  ],
  ['2026-03-02', 'skip', 'nlp-rnn'],
  [
    '2026-03-18',
    'note',
    'math-eigen',
    'Still shaky:\n=SUM(A1:A9) <b>is</b> not | a formula, nor is $Av = \\lambda v$ *hard*.',
  ],
  ['2026-05-06', 'done', 'math-derivatives'],
  ['2026-06-10', 'start', 'tf-attention'],
  ['2026-06-10', 'stop'],
  ['2026-09-07', 'undo'],
  ['2026-09-07', 'redo'],
];
