import { UserError } from '../../domain/error.ts';
import type { Run } from '../command.ts';
import { textOf } from '../command.ts';

const SHELLS = ['bash', 'zsh', 'fish'];

export const runCompletion: Run = async (_ctx, [shell]) => {
  const name = textOf(shell) ?? '';
  if (!SHELLS.includes(name)) {
    const message = `There is no completion for "${name}": it is ${SHELLS.join(', ')}.`;
    throw new UserError('usage.shell', message, 'llmpath completion bash');
  }
  const { printScript } = await import('../completion.ts');
  printScript(name);
};
