import { RootCommand, script } from '@bomb.sh/tab';

/** The shell's side: a script that asks `llmpath complete -- WORDS` at each Tab. */
export function printScript(shell: string): void {
  script(shell, 'llmpath', 'llmpath');
}

/** A word that can be completed, and what it is. */
export type Candidate = readonly [value: string, about: string];

export interface CompletionCommand {
  name: string;
  summary: string;
  /** Positional arguments by name, with what may stand there. */
  args: readonly { name: string; variadic: boolean; candidates: readonly Candidate[] }[];
  options: readonly {
    name: string;
    about: string;
    takesValue: boolean;
    candidates: readonly Candidate[];
  }[];
}

/** Prints the candidates for the words typed so far. */
export function printCandidates(commands: readonly CompletionCommand[], words: string[]): void {
  const root = new RootCommand();
  for (const command of commands) {
    const node = command.name === '' ? root : root.command(command.name, command.summary);
    for (const { name, variadic, candidates } of command.args) {
      node.argument(name, (complete) => offer(candidates, complete), variadic);
    }
    for (const { name, about, takesValue, candidates } of command.options) {
      if (takesValue) node.option(name, about, (complete) => offer(candidates, complete));
      else node.option(name, about);
    }
  }
  root.parse(words);
}

function offer(candidates: readonly Candidate[], complete: (value: string, about: string) => void) {
  for (const [value, about] of candidates) complete(value, about);
}
