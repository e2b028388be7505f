import { UserError } from '../../domain/error.ts';
import { type Run, textOf } from '../command.ts';
import { SCRIPTS } from '../completion.ts';

export const runCompletion: Run = async (ctx, [shell]) => {
  const name = textOf(shell) ?? '';
  const script = SCRIPTS[name];
  if (script === undefined) {
    const message = `There is no completion for "${name}": it is ${Object.keys(SCRIPTS).join(', ')}.`;
    throw new UserError('usage.shell', message, 'llmpath completion bash');
  }
  if (ctx.out.json) ctx.out.document({ schema: 'llmpath/completion@1', shell: name, script });
  else ctx.out.print(script);
};
