import inquirer from 'inquirer';
import { UserError } from '../domain/error.ts';
import type { Env } from './env.ts';

/** Questions to a person at a terminal. They go to stderr, so that stdout stays data. */
export interface Question {
  message: string;
  fallback: string;
  /** What is wrong with an answer, as a sentence; null when nothing is. */
  problem(answer: string): string | null;
}

/** Asks for a line. Throws UserError `interrupted` on Ctrl-C. */
export async function askText(env: Env, question: Question): Promise<string> {
  const { answer } = await ask(env, {
    type: 'input',
    message: question.message,
    default: question.fallback || undefined,
    validate: (answer: string) => question.problem(answer) ?? true,
  });
  return String(answer);
}

export async function askYes(env: Env, message: string, fallback: boolean): Promise<boolean> {
  const { answer } = await ask(env, { type: 'confirm', message, default: fallback });
  return answer === true;
}

async function ask(env: Env, question: Record<string, unknown>): Promise<{ answer: unknown }> {
  const prompt = inquirer.createPromptModule({ input: env.stdin, output: env.stderr });
  try {
    return (await prompt([{ name: 'answer', ...question }] as never)) as { answer: unknown };
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') {
      throw new UserError('interrupted', 'Stopped. Nothing was changed.');
    }
    throw error;
  }
}
