import type { CommandSpec, Run } from './command.ts';
import type { SAFEKEEPING } from './commands/safekeeping.ts';

/** The code of a command that keeps, mends or exchanges the log. */
function keeping(name: keyof typeof SAFEKEEPING): Run {
  return async (...all) => (await import('./commands/safekeeping.ts')).SAFEKEEPING[name](...all);
}

/** The commands that keep, mend and exchange what was recorded. */
export const KEEPING: readonly CommandSpec[] = [
  {
    name: 'backup',
    args: '[file]',
    summary: 'copy everything you recorded, in use as it is, and check the copy',
    group: 'Your record',
    details: `Without FILE it goes into the folder of backups, where one is kept every day on which you
record something: daily for two weeks, weekly for two months, monthly for a year.`,
    run: keeping('backup'),
  },
  {
    name: 'restore',
    args: '[file]',
    summary: 'put a backup in place, by its day or its file; without either, list them',
    group: 'Your record',
    details: `  llmpath restore 2026-12-07
What is there now is kept as a backup first.`,
    run: keeping('restore'),
  },
  {
    name: 'export',
    args: '[file]',
    summary: 'the whole log as JSON Lines',
    group: 'Your record',
    run: keeping('export'),
  },
  {
    name: 'import',
    args: '<file>',
    summary: 'add an exported log to yours; what is there already is not added again',
    group: 'Your record',
    run: keeping('import'),
  },
  {
    name: 'sync',
    args: '[folder]',
    summary: 'exchange what you did with your other machines, through a folder',
    group: 'Your record',
    details: `FOLDER is one that Syncthing, Dropbox or a USB stick carries from one machine to the other;
without it, the one of the last time. Where it is a git repository with a remote, your own git pulls,
commits and pushes. Any order and any repetition will do.`,
    run: keeping('sync'),
  },
  {
    name: 'doctor',
    args: '',
    summary: 'look whether everything is sound; --fix repairs it',
    group: 'Your record',
    options: [['--fix', 'repair from the log, or from the newest good backup']],
    mends: true,
    run: keeping('doctor'),
  },
];
