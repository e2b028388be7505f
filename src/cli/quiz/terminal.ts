import { isUserError, UserError } from '../../domain/error.ts';
import type { Question } from '../../domain/quiz/question.ts';
import type { MathStyle } from '../../math/render.ts';
import type { Context } from '../context.ts';
import { NARROWEST, WIDEST } from '../output.ts';
import { type Look, prepareVerdict } from '../render/quiz.ts';
import { renderSummary, renderVerdicts } from '../render/summary.ts';
import { plural } from '../render/text.ts';
import { dayAt } from '../session.ts';
import { type Console, type Happening, openConsole } from './console.ts';
import { controlCalled } from './controls.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Key, KeyName } from './keys.ts';
import { pressKey } from './press.ts';
import { makeTypesetter, type Typesetter } from './prose.ts';
import type { QuizRun, Summary } from './run.ts';
import { openScreen, type Screen, withHint, withVerdict } from './screen.ts';

/**
 * Asks the questions of a session on a terminal, one screen each, and tells at the end what it came
 * to. Throws UserError `interrupted` on Ctrl-C and the like: what was answered is stored by then, and
 * the session is not ended, so that it can be gone on with.
 */
export async function runInTerminal(ctx: Context, run: QuizRun): Promise<Summary> {
  const setter = makeTypesetter(ctx.settings.math.value as MathStyle);
  const terminal = openConsole(ctx.env);
  const look = (): Look => ({
    theme: ctx.out.theme,
    prose: setter.prose,
    width: Math.min(WIDEST, Math.max(NARROWEST, terminal.size().columns)),
    today: dayAt(ctx, ctx.env.clock()),
  });
  try {
    await askAll(run, { terminal, setter, look });
    const summary = run.finish();
    terminal.show(lastFrame(summary, run.exam, look()), true);
    return summary;
  } catch (error) {
    terminal.close();
    if (terminal.isGone() && isUserError(error)) {
      ctx.out.say([error.message, error.hint].filter(Boolean).join(' '));
    }
    throw error;
  } finally {
    terminal.close();
    // Node fails noisily at the end on a terminal that has hung up; the signal ends it as it should.
    if (terminal.isGone()) process.kill(process.pid, 'SIGHUP');
  }
}

interface Desk {
  terminal: Console;
  setter: Typesetter;
  look(): Look;
}

/** Asks until nothing is left or the learner leaves. */
async function askAll(run: QuizRun, desk: Desk): Promise<void> {
  const { setter } = desk;
  let answered = 0;
  let said: string | null = null;
  for (let asked = run.current(); asked !== null; asked = run.current()) {
    const { question } = asked;
    const screen: Screen = { ...openScreen(asked, run.exam), message: said };
    await setter.load(...textsShown(question));
    draw(desk, screen, true);
    await run.load();
    await setter.load(JSON.stringify(question));
    setTimeout(() => prepareVerdict(question, desk.look()));
    const end = await askOne(run, desk, screen, answered);
    if (end.kind === 'left') return;
    if (end.kind === 'answered') answered += 1;
    said = end.kind === 'answered' && run.exam ? `Kept: ${end.shown}` : null;
  }
}

/** How a question was left: with an answer as it was shown, without one, or for good. */
type End = { kind: 'answered'; shown: string } | { kind: 'skipped' } | { kind: 'left' };

async function askOne(run: QuizRun, desk: Desk, first: Screen, answered: number): Promise<End> {
  let screen = first;
  for (;;) {
    const happening = await desk.terminal.next();
    if (happening.kind === 'interrupted') {
      throw interrupted(
        answered + (screen.stage.kind === 'graded' ? 1 : 0),
        run.current() !== null,
      );
    }
    for (const key of keysOf(happening, screen)) {
      const step = pressKey(screen, key, (input) => run.read(input));
      screen = step.screen;
      const { effect } = step;
      switch (effect?.kind) {
        case 'answer': {
          const { answer, shown } = effect.given;
          const graded = run.answer(answer);
          if (run.exam) return { kind: 'answered', shown };
          screen = withVerdict(screen, shown, graded);
          break;
        }
        case 'hint':
          screen = withHint(screen, run.hint());
          break;
        case 'skip':
          run.skip();
          return { kind: 'skipped' };
        case 'next':
          return { kind: 'answered', shown: '' };
        case 'leave':
          return { kind: 'left' };
      }
    }
    if (!desk.terminal.isBusy()) draw(desk, screen, false);
  }
}

function keysOf(happening: Happening, screen: Screen): Key[] {
  switch (happening.kind) {
    case 'key':
      return [happening.key];
    case 'line':
      return keysOfLine(happening.text, screen);
    default:
      return [];
  }
}

/** The keys for which a whole line stands, on a terminal that has no single ones. */
function keysOfLine(line: string, { stage, controls, asked }: Screen): Key[] {
  const press = (name: KeyName): Key => ({ kind: 'press', name });
  const letters = [...line].map((text): Key => ({ kind: 'character', text }));
  if (letters.length === 0) return [press('enter')];
  if (stage.kind === 'graded') return letters;
  if (controls.lines) {
    return [press('clear'), ...letters, ...(line === '?' ? [] : [press('enter')])];
  }
  const marks = asked.question.kind === 'several' && controlCalled(controls, line) === null;
  return marks ? [press('clear'), ...letters, press('enter')] : letters;
}

function draw({ terminal, look }: Desk, screen: Screen, anew: boolean): void {
  terminal.show(frameOf(screen, look()), anew);
}

/** The texts of a question that are shown before it is answered. */
function textsShown(question: Question): string[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return [question.prompt, ...question.options.map((option) => option.text)];
    case 'order':
      return [question.prompt, ...question.items.map((item) => item.text)];
    case 'match':
      return [question.prompt, ...[...question.left, ...question.right].map((item) => item.text)];
    case 'open':
      return [question.prompt, question.answer];
    default:
      return [question.prompt];
  }
}

function interrupted(answered: number, isMore: boolean): UserError {
  const saved =
    answered === 0 ? 'Nothing was answered yet.' : `${plural(answered, 'answer')} saved.`;
  const hint = isMore ? 'llmpath quiz offers to go on with it.' : undefined;
  return new UserError('interrupted', `Stopped. ${saved}`, hint);
}

function lastFrame(summary: Summary, exam: boolean, look: Look): Frame {
  const verdicts = renderVerdicts(summary.verdicts, look);
  const end = renderSummary(summary, exam, look);
  const between = verdicts.length > 0 ? [''] : [];
  return { lines: ['', ...verdicts, ...between, ...end], cursor: null };
}
