import { COMMANDS, PARENTS } from '../../src/cli/commands.ts';
import type { Learner } from './cli.ts';

/** The moment at which the README's evening takes place. */
export const README_NOW = '2026-12-07T19:00:00Z';

/** The README with the output of its sessions as the program prints it now. */
export function runSessions(readme: string, learner: Learner): string {
  return readme.replaceAll(/```console\n([\s\S]*?)```/g, (_, body: string) => {
    const commands = body.split('\n').filter((line) => line.startsWith('$ llmpath'));
    const parts = commands.map((line) => {
      const words = line.slice('$ llmpath'.length).split(' ').filter(Boolean);
      const { code, stdout } = learner.run(...words);
      if (code !== 0) throw new Error(`${line} exits with ${code}`);
      return `${line}\n${stdout.trimEnd()}`;
    });
    return `\`\`\`console\n${parts.join('\n\n')}\n\`\`\``;
  });
}

/** The README with what `stats` prints after the year of a simulated learner. */
export function fillYear(readme: string, stats: string): string {
  const found = /```text\n(\$ llmpath stats .*\n)[\s\S]*?```/;
  if (!found.test(readme)) throw new Error('the README shows no stats of a year');
  return readme.replace(found, (_, line) => `\`\`\`text\n${line}${stats.trimEnd()}\n\`\`\``);
}

/** The README with the table of commands as `--help` lists them. */
export function fillTable(readme: string): string {
  const parents = Object.keys(PARENTS);
  const rows = COMMANDS.map(
    ({ name, args, summary }) => `| \`${[name, args].filter(Boolean).join(' ')}\` | ${summary} |`,
  );
  if (parents.some((parent) => COMMANDS.some((command) => command.name === parent))) {
    throw new Error('a parent is a command of its own');
  }
  const head = '| command | what it does |\n| --- | --- |\n';
  return readme.replace(
    /\| command \| what it does \|\n\| --- \| --- \|\n(\|.*\n)*/,
    `${head}${rows.join('\n')}\n`,
  );
}
