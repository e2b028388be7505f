import type { CommandSpec, Run } from './command.ts';
import type { COLD } from './commands/cold.ts';
import { runNext } from './commands/next.ts';
import { runPrompt } from './commands/prompt.ts';
import { KEEPING } from './keeping.ts';

/** The code of a command that is not on the way to `next`, loaded when it is called. */
function cold(name: keyof typeof COLD): Run {
  return async (...all) => (await import('./commands/cold.ts')).COLD[name](...all);
}

/** Every command that works, in the order of `--help`. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    args: '[path]',
    summary: 'enrol: start day, hours, finish day, phases to leave out',
    group: 'Every day',
    options: [
      ['--start <day>', 'the first study day (today unless told)'],
      ['--hours <hours>', 'hours a week, 9, or by day, mon=1,wed=1.5,sat=3'],
      ['--finish <day>', 'the day you want to be done by, or none'],
      ['--timezone <zone>', 'your time zone, like Europe/Berlin'],
      ['--skip <ref...>', 'phases or topics to leave out'],
      [
        '--weeks <phase=n...>',
        'weeks for a phase, within its range; what does not fit is left out',
      ],
    ],
    details: `At a terminal it asks for what the flags leave open; --yes takes the defaults.
To change something later, run it again: progress stays.`,
    run: cold('init'),
  },
  {
    name: 'next',
    args: '',
    summary: 'what to study now, and why',
    group: 'Every day',
    options: [
      ['--minutes <n>', 'what fits the minutes you have'],
      ['--why', 'the reason, term by term'],
      ['-n <n>', 'how many things to list in all'],
    ],
    run: runNext,
  },
  {
    name: 'start',
    args: '[ref]',
    summary: 'start the clock on what is next, or on REF',
    group: 'Every day',
    options: [['--minutes <n>', 'what to count for a clock that still runs on something else']],
    run: cold('start'),
  },
  {
    name: 'stop',
    args: '',
    summary: 'stop the clock and count its minutes',
    group: 'Every day',
    options: [['--minutes <n>', 'count these minutes instead of what the clock says']],
    run: cold('stop'),
  },
  {
    name: 'pause',
    args: '',
    summary: 'pause the clock',
    group: 'Every day',
    run: cold('pause'),
  },
  {
    name: 'resume',
    args: '',
    summary: 'let a paused clock run on',
    group: 'Every day',
    run: cold('resume'),
  },
  {
    name: 'done',
    args: '[ref]',
    summary: 'finish a resource, a topic or a milestone',
    group: 'Every day',
    options: [
      ['--minutes <n>', 'how long it took; else the clock, else the estimate'],
      ['--units <k>', 'only the next K units of the resource (films, lectures, chapters)'],
    ],
    details: `Without REF: what the clock runs on.
  llmpath done math-vectors/3b1b-linear-algebra --units 2 --minutes 35`,
    run: cold('done'),
  },
  {
    name: 'log',
    args: '<ref>',
    summary: 'count time spent, today or on an earlier day',
    group: 'Every day',
    options: [
      ['--minutes <n>', 'how long (required)'],
      ['--on <day>', 'the day: YYYY-MM-DD, today or yesterday'],
    ],
    run: cold('log'),
  },
  {
    name: 'skip',
    args: '<ref>',
    summary: 'leave out a phase, topic, resource or milestone',
    group: 'Every day',
    details: 'What is left out counts as satisfied for everything that needs it.',
    run: cold('skip'),
  },
  {
    name: 'unskip',
    args: '<ref>',
    summary: 'take in again what was left out',
    group: 'Every day',
    run: cold('unskip'),
  },
  {
    name: 'open',
    args: '[ref]',
    summary: 'open what is next, or REF, in the browser and start its clock',
    group: 'Every day',
    options: [['--no-start', 'leave the clock alone']],
    run: cold('open'),
  },
  {
    name: 'note',
    args: '<ref> [text...]',
    summary: 'keep a note; in your editor without TEXT',
    group: 'Every day',
    run: cold('note'),
  },
  {
    name: 'quiz',
    args: '[ref...]',
    summary: 'questions: what is due first, then new ones of what you studied',
    group: 'Every day',
    options: [
      ['--count <n>', 'how many questions at most'],
      ['--new <n>', 'how many new ones among them, also none: 0'],
      ['--due', 'only what is due'],
      ['--exam', 'verdicts only at the end'],
      ['--continue', 'go on with the quiz that was broken off'],
      ['--stdio', 'ask and listen in JSON lines, for programs'],
    ],
    details: `REF is a topic, a phase, a concept or a question. Each answer is kept at once; leave at
any moment, nothing is lost.`,
    run: async (...all) => (await import('./commands/quiz.ts')).runQuiz(...all),
  },
  {
    name: 'plan',
    args: '',
    summary: 'the calendar from today',
    group: 'Every day',
    options: [
      ['--weeks <n>', 'how many weeks to show day by day (1 unless told)'],
      ['--what-if', 'try changes out beside the plan as it is; nothing is saved'],
      ['--hours <hours>', 'with --what-if: hours a week, or by day'],
      ['--finish <day>', 'with --what-if: a day to be done by, or none'],
      ['--off <range...>', 'with --what-if: days off, like 2026-12-24..2027-01-02'],
      ['--skip <ref...>', 'with --what-if: phases or topics to leave out'],
      ['--format <format>', 'text, json, or ics for your calendar'],
      ['-o, --output <file>', 'the file for ics, like plan.ics; - is the screen'],
      ['--at <time>', 'ics: when each day begins, like 19:30; all-day events unless told'],
      ['--alarm <minutes>', 'ics: remind me so long before'],
      ['--force', 'write over a file that is there'],
    ],
    run: async (...all) => (await import('./commands/plan.ts')).runPlan(...all),
  },
  {
    name: 'hours',
    args: '[hours]',
    summary: 'your usual week, and other hours on single days',
    group: 'Every day',
    options: [
      ['--from <day>', 'the day from which the usual week is so (today unless told)'],
      ['--on <days>', 'only on a day, or from one to another: 2026-12-24..2027-01-02'],
    ],
    details: `Alone it shows when you have time.
  llmpath hours 9
  llmpath hours mon=1,wed=1.5,sat=3
  llmpath hours 3 --on 2026-12-27
  llmpath hours usual --on 2026-12-27
The first two are hours a week; the last makes a day as usual again.`,
    run: cold('hours'),
  },
  {
    name: 'off',
    args: '[days...]',
    summary: 'days off: single ones, from one to another, or from a calendar',
    group: 'Every day',
    options: [
      ['--remove', 'these days are no longer off'],
      ['--from-ics <file>', 'take the whole-day events of a calendar, - for a pipe'],
      ['--all', 'with --from-ics: also events that leave the day free'],
    ],
    details: `Alone it lists the days off to come. Days that are over may be off, too.
  llmpath off 2026-12-24..2027-01-02
  llmpath off yesterday
  llmpath off --from-ics holidays.ics`,
    run: cold('off'),
  },
  {
    name: 'finish',
    args: '[day]',
    summary: 'the day you want to be done by, or none, and how it stands',
    group: 'Every day',
    details: `Alone it says whether you are on the way to it.
  llmpath finish 2027-06-01
  llmpath finish none`,
    run: cold('finish'),
  },
  {
    name: 'status',
    args: '',
    summary: 'where you stand: phases, topics, hours, finish',
    group: 'Every day',
    options: [['--all', 'list the topics of every phase, not only of the one you are in']],
    run: cold('status'),
  },
  {
    name: 'stats',
    args: '',
    summary: 'what you did and what stayed, as charts',
    group: 'Every day',
    options: [
      ['--weeks <n>', 'how many weeks to look back (26 unless told)'],
      ['--ascii', 'only signs that every terminal has'],
    ],
    run: async (...all) => (await import('./commands/stats.ts')).runStats(...all),
  },
  {
    name: 'report',
    args: '',
    summary: 'export your progress: html, md, json, csv or ics',
    group: 'Your record',
    options: [
      ['--format <format>', 'html (unless told), md, json, csv or ics'],
      ['-o, --output <file>', 'where to write it; a folder, or - for stdout'],
      ['--from <day>', 'from this day, the first one unless told'],
      ['--to <day>', 'to this day, today unless told'],
      ['--week [day]', 'the week of a day, this week unless told'],
      ['--month [month]', 'the month, like 2026-12, this month unless told'],
      ['--phase <ref>', 'from the first to the last day on a phase'],
      ['--table <table>', 'of csv: days (unless told), answers, topics, resources or events'],
      ['--force', 'write over a file that is there'],
      ['--open', 'open it in the browser'],
      ['--schema', 'print the JSON Schema of the json format'],
    ],
    details: `What stands is told as of today; what happened, for the period.
  llmpath report --month 2026-12 --open
  llmpath report --format csv --table answers -o - | head`,
    run: async (...all) => (await import('./commands/report.ts')).runReport(...all),
  },
  {
    name: 'history',
    args: '',
    summary: 'what happened, newest first',
    group: 'Your record',
    options: [['-n <n>', 'how many events (20 unless told)']],
    run: cold('history'),
  },
  {
    name: 'undo',
    args: '[n]',
    summary: 'take back the last change, or the last N',
    group: 'Your record',
    run: cold('undo'),
  },
  {
    name: 'redo',
    args: '',
    summary: 'bring again what undo took back',
    group: 'Your record',
    run: cold('redo'),
  },
  ...KEEPING,
  {
    name: 'show',
    args: '<ref>',
    summary: 'everything about one thing',
    group: 'The path',
    run: cold('show'),
  },
  {
    name: 'path list',
    args: '',
    summary: 'the installed paths',
    group: 'The path',
    run: cold('pathList'),
  },
  {
    name: 'path show',
    args: '[path]',
    summary: 'a whole path: phases, topics, hours',
    group: 'The path',
    run: cold('pathShow'),
  },
  {
    name: 'path check',
    args: '[folder]',
    summary: 'find every mistake in a path’s files',
    group: 'The path',
    options: [
      ['--seeds <n>', 'how often each question is drawn to look for mistakes, 50 unless told'],
    ],
    details: 'Exits with 3 when there is any error.',
    run: cold('pathCheck'),
  },
  {
    name: 'path compile',
    args: '[folder]',
    summary: 'read a path into the cache now instead of at the next start',
    group: 'The path',
    run: cold('pathCompile'),
  },
  {
    name: 'path preview',
    args: '<ref>',
    summary: 'questions as the learner gets them',
    group: 'The path',
    options: [
      ['--seed <n>', 'draw generated questions with this seed, 1 unless told'],
      ['--answers', 'with answers, explanations, hints and what wrong answers tell'],
    ],
    details: 'REF is a question, a concept, a topic or a phase.',
    run: cold('pathPreview'),
  },
  {
    name: 'path schema',
    args: '[file]',
    summary: 'the JSON Schemas of the path files, for editors',
    group: 'The path',
    details: 'FILE is path, resources, phase or questions; without it all four in one object.',
    run: cold('pathSchema'),
  },
  {
    name: 'config',
    args: '',
    summary: 'every setting, its value and where it comes from',
    group: 'Setup',
    run: cold('config'),
  },
  {
    name: 'config get',
    args: '<key>',
    summary: 'the value of one setting',
    group: 'Setup',
    run: cold('configGet'),
  },
  {
    name: 'config set',
    args: '<key> [value]',
    summary: 'change one setting; without VALUE it is the default again',
    group: 'Setup',
    run: cold('configSet'),
  },
  {
    name: 'config edit',
    args: '',
    summary: 'edit the settings in your editor',
    group: 'Setup',
    mends: true,
    run: cold('configEdit'),
  },
  {
    name: 'config path',
    args: '',
    summary: 'where the settings and the data lie',
    group: 'Setup',
    mends: true,
    run: cold('configPath'),
  },
  {
    name: 'prompt',
    args: '',
    summary: 'one short line for a shell prompt or a status bar',
    group: 'Setup',
    run: runPrompt,
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'the completion script for bash, zsh or fish',
    group: 'Setup',
    details: `bash:  echo 'source <(llmpath completion bash)' >> ~/.bashrc
zsh:   echo 'source <(llmpath completion zsh)' >> ~/.zshrc
fish:  llmpath completion fish > ~/.config/fish/completions/llmpath.fish`,
    mends: true,
    run: cold('completion'),
  },
];

/** Commands that only hold others, with what `--help` says of them. */
export const PARENTS: Readonly<Record<string, string>> = { path: 'the paths themselves' };

/** Flags that every command takes. */
export const GLOBAL_OPTIONS: readonly (readonly [flags: string, about: string])[] = [
  ['--json', 'one JSON document on stdout'],
  ['--path <path>', 'the path to use: an id or a folder'],
  ['--home <folder>', 'keep everything in this folder'],
  ['--no-color', 'no colours'],
  ['--plain-math', 'formulas in words, for screen readers'],
  ['--no-input', 'never ask'],
  ['--quiet', 'only the data'],
  ['--yes', 'take the default of every question'],
  ['--debug', 'show where an error comes from'],
];
