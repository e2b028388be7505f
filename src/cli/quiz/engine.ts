import type { NewEvent } from '../../domain/event/event.ts';
import { gradeOf, LONGEST_MS } from '../../domain/memory/question.ts';
import { addressOf } from '../../domain/path/path.ts';
import type { Scheduled } from '../../domain/quiz/choose.ts';
import { creditFor, guessChance } from '../../domain/quiz/credit.ts';
import { drawOrNull } from '../../domain/quiz/generate/draw.ts';
import type { Answer, Verdict } from '../../domain/quiz/grade/answer.ts';
import type { Asked, Pick } from '../../domain/quiz/pick.ts';
import type { Question } from '../../domain/quiz/question.ts';
import { advance, drop, type Queue, queueOf, wouldReturn } from '../../domain/quiz/queue.ts';
import type { Template } from '../../domain/quiz/template.ts';
import { variantSeed } from '../../domain/quiz/variant.ts';
import { appendEvents } from '../../storage/log.ts';
import { readQuestion } from '../../storage/questions.ts';
import { type OpenQuiz, readDue } from '../../storage/read-questions.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { dayAt, type Session } from '../session.ts';
import { minutesOf, minutesToCount, timesAsked, toldBefore } from './before.ts';
import type { Graded, QuizRun, Summary } from './run.ts';
import { summarise, type Told } from './summary.ts';

/** What a session is made of. */
export interface Setup {
  session: Session;
  store: Store;
  exam: boolean;
  /** What variants are drawn from. */
  seed: number;
  picks: readonly Pick[];
  templates: ReadonlyMap<string, Template>;
  scheduled: ReadonlyMap<string, Scheduled>;
  /** What was answered before a break after which it goes on; null for a new session. */
  before: OpenQuiz | null;
}

export type Grader = typeof import('./grader.ts');

const MINUTE = 60_000;

/**
 * A session of questions over the log. Each answer is stored, in a transaction of its own, before
 * anything is said of it.
 */
export class Engine implements QuizRun {
  readonly id: string;
  readonly exam: boolean;
  private readonly ctx: Context;
  private readonly setup: Setup;
  private readonly told: Told[] = [];
  private queue: Queue;
  private asked: Asked | null = null;
  private shownAt: number | null = null;
  private place = 0;
  private skipped = 0;
  private spent = 0;
  private grader: Grader | null = null;

  constructor(ctx: Context, setup: Setup) {
    this.ctx = ctx;
    this.setup = setup;
    this.exam = setup.exam;
    const answers = setup.before?.answers ?? [];
    this.queue = queueOf(setup.picks, timesAsked(setup, answers));
    this.spent = minutesOf(answers) * MINUTE;
    this.show();
    this.id = setup.before?.started.id ?? this.begin();
  }

  current(): Asked | null {
    // A question's time begins when it is first looked at, not while the last one is explained.
    this.shownAt ??= this.ctx.env.stopwatch();
    return this.asked;
  }

  async load(): Promise<void> {
    if (this.grader !== null) return;
    this.grader = await import('./grader.ts');
    this.told.push(...toldBefore(this.setup, this.grader));
  }

  read(input: unknown) {
    return this.judge().readAnswer(this.standing().question, input);
  }

  answer(answer: Answer | null, seconds?: number): Graded {
    const asked = this.standing();
    const { question, hints } = asked;
    const ms = Math.round(seconds === undefined ? this.lookedAt() : 1000 * seconds);
    const verdict = this.judge().gradeOrReveal(question, answer);
    const { event, due } = this.store(question, answer, verdict, hints.length, ms);
    const again = !verdict.correct && !this.exam && wouldReturn(this.queue);
    const graded: Graded = {
      ref: question.ref,
      correct: verdict.correct,
      credit: creditFor(verdict.correct, hints.length),
      expected: verdict.expected,
      feedback: verdict.feedback,
      near: verdict.near,
      explain: question.explain,
      more: this.more(question),
      event,
      due,
      again,
    };
    this.spent += Math.min(ms, LONGEST_MS);
    const given = answer === null ? null : this.judge().showAnswer(question, answer);
    this.told.push({ asked, given, graded });
    this.next(again);
    return graded;
  }

  hint(): string | null {
    const asked = this.standing();
    const hint = asked.question.hints[asked.hints.length];
    if (hint === undefined) return null;
    asked.hints.push(hint);
    return hint;
  }

  skip(): void {
    this.standing();
    this.skipped += 1;
    this.next(false);
  }

  finish(): Summary {
    const { session, store } = this.setup;
    const answered = this.told.length + (this.setup.before?.answers.length ?? 0) > 0;
    const minutes = answered ? minutesToCount(store, this.id, this.spent / MINUTE) : 0;
    const day = dayAt(this.ctx, this.ctx.env.clock());
    this.append([
      {
        kind: 'quiz-ended',
        path: session.path.id,
        ref: null,
        body: { quiz: this.id, minutes, day },
      },
    ]);
    return summarise(this.setup, this.told, {
      day,
      skipped: this.skipped,
      minutes: Math.round((10 * this.spent) / MINUTE) / 10,
    });
  }

  private judge(): Grader {
    if (this.grader === null) throw new Error('a quiz must be loaded before it can judge');
    return this.grader;
  }

  private standing(): Asked {
    if (this.asked === null) throw new Error('no question stands');
    return this.asked;
  }

  /** Milliseconds since the question that stands was first looked at. */
  private lookedAt(): number {
    const now = this.ctx.env.stopwatch();
    return now - (this.shownAt ?? now);
  }

  private begin(): string {
    const { session, exam, seed, picks } = this.setup;
    const questions = picks.map((pick) => pick.ref);
    const body = { exam, seed, questions };
    const [event] = this.append([{ kind: 'quiz-started', path: session.path.id, ref: null, body }]);
    if (!event) throw new Error('the session was not stored');
    return event.id;
  }

  /** Goes to the next question that can be asked: the path has it, and it can be drawn. */
  private show(): void {
    this.asked = null;
    for (let [pick] = this.queue.picks; pick; [pick] = this.queue.picks) {
      const question = this.draw(pick);
      if (question !== null) {
        this.ask(pick, question);
        return;
      }
      this.queue = drop(this.queue);
    }
  }

  private draw(pick: Pick): Question | null {
    const template = this.setup.templates.get(pick.ref);
    if (!template) return null;
    const seed = variantSeed(this.setup.seed, pick.ref, this.queue.asked.get(pick.ref) ?? 0);
    return drawOrNull(template, seed);
  }

  private ask(pick: Pick, question: Question): void {
    this.place += 1;
    this.asked = {
      n: this.place,
      of: this.place + this.queue.picks.length - 1,
      question,
      topicTitle: this.setup.session.index.topics.get(pick.topic)?.title ?? pick.topic,
      reason: pick.reason,
      hints: [],
    };
    this.shownAt = null;
  }

  private next(again: boolean): void {
    this.queue = advance(this.queue, again);
    this.show();
  }

  /** Writes an answer down and gives its event with the day on which the question returns. */
  private store(
    question: Question,
    answer: Answer | null,
    verdict: Verdict,
    hints: number,
    ms: number,
  ) {
    const { session, store, scheduled } = this.setup;
    const path = session.path.id;
    const ref = scheduled.get(question.ref)?.logged ?? question.ref;
    const before = readQuestion(store, path, ref);
    const rating = answer?.kind === 'open' ? answer.rating : null;
    const outcome = { correct: verdict.correct, hints, ms, guess: guessChance(question), rating };
    const [event] = this.append([
      {
        kind: 'answered',
        path,
        ref,
        body: {
          quiz: this.id,
          seed: question.seed,
          topic: question.topic,
          concept: question.concept,
          kind: question.kind,
          difficulty: question.difficulty,
          answer,
          correct: verdict.correct,
          credit: creditFor(verdict.correct, hints),
          hints,
          ms,
          grade: gradeOf(before, outcome),
        },
      },
    ]);
    const due = readDue(store, path, ref);
    if (!event || due === null) throw new Error(`the answer to ${ref} was not stored`);
    return { event: event.id, due };
  }

  private append(events: readonly NewEvent[]) {
    const now = this.ctx.env.clock();
    return appendEvents({ ...this.setup.store, now, today: dayAt(this.ctx, now) }, events);
  }

  private more(question: Question): Graded['more'] {
    if (question.source === null) return null;
    const thing = this.setup.session.index.things.get(question.source.ref);
    if (thing?.kind !== 'use') return null;
    return {
      title: thing.resource.title,
      portion: question.source.portion ?? thing.use.portion,
      url: addressOf(thing.resource),
    };
  }
}
