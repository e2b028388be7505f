import { edit } from '@inquirer/external-editor';
import { UserError } from '../domain/error.ts';

/** Lets a person edit a text in a program such as `vi` or `code --wait`. */
export async function editText(program: string, text: string): Promise<string> {
  // The library reads the program's name from the environment, and splits its arguments.
  process.env.VISUAL = program;
  try {
    return edit(text, { postfix: '.md' });
  } catch {
    const hint = 'Choose another with: llmpath config set editor nano';
    throw new UserError('editor.failed', `The editor "${program}" could not be started.`, hint);
  }
}
