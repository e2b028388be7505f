import type { ChalkInstance } from 'chalk';
import type { GlobalFlags } from './context.ts';
import type { Env } from './env.ts';
import { hang, indent } from './render/text.ts';
import type { Settings } from './settings.ts';

/** One accent and three meanings; each meaning also differs by a word or a sign. */
export interface Theme {
  accent(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  done(text: string): string;
  due(text: string): string;
  trouble(text: string): string;
  /** Text that leads to an address where the terminal can do so. */
  link(text: string, address: string): string;
}

export const NARROWEST = 40;
export const WIDEST = 200;
const DEFAULT_COLUMNS = 80;

/** Where a command writes: data on stdout, everything said to a person on stderr or the screen. */
export class Output {
  readonly theme: Theme;
  /** Columns of the screen, 40 to 200; 80 where there is no screen. */
  readonly columns: number;
  readonly json: boolean;

  private readonly env: Env;
  private readonly quiet: boolean;
  private readonly pager: string;

  private constructor(
    env: Env,
    flags: Pick<GlobalFlags, 'json' | 'quiet'>,
    settings: Pick<Settings, 'pager'>,
    theme: Theme,
  ) {
    this.env = env;
    this.json = flags.json;
    this.quiet = flags.quiet;
    this.pager = settings.pager.value;
    const columns = env.stdout.columns ?? Number(env.variables.COLUMNS ?? DEFAULT_COLUMNS);
    this.columns = Math.min(WIDEST, Math.max(NARROWEST, columns || DEFAULT_COLUMNS));
    this.theme = theme;
  }

  static async open(
    env: Env,
    flags: Pick<GlobalFlags, 'json' | 'color' | 'quiet'>,
    settings: Pick<Settings, 'color' | 'hyperlinks' | 'pager'>,
  ): Promise<Output> {
    return new Output(env, flags, settings, await makeTheme(env, flags, settings, env.stdout));
  }

  /** A screen for a person. */
  print(text: string): void {
    this.env.stdout.write(`${text}\n`);
  }

  /** A sentence or two for a person, wrapped to the screen. */
  say(text: string): void {
    this.print(indent(text, 0, this.columns));
  }

  /** A screen that may be long: through the pager where it would not fit. */
  async page(text: string): Promise<void> {
    const rows = this.env.stdout.rows ?? Number.POSITIVE_INFINITY;
    const fits = text.split('\n').length < rows;
    if (!this.env.stdout.isTTY || fits || this.pager === '') this.print(text);
    else (await import('./pager.ts')).showInPager(this.pager, text, () => this.print(text));
  }

  /** The one JSON document of a command. */
  document(value: { schema: string } & Record<string, unknown>): void {
    this.env.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** A word to the person that is not data. */
  note(text: string): void {
    if (!this.quiet && !this.json) this.env.stderr.write(`${wrapFor(this.env.stderr, text)}\n`);
  }

  /** A word that must be heard even with --quiet, but is not data. */
  warn(text: string): void {
    if (!this.json) this.env.stderr.write(`${wrapFor(this.env.stderr, text)}\n`);
  }
}

/** Text as a stream takes it: wrapped on a screen, left whole in a file or a pipe. */
export function wrapFor(stream: NodeJS.WriteStream, text: string, label = ''): string {
  const told = stream.columns ?? Number(process.env.COLUMNS);
  if (!told) return label + text;
  const columns = Math.min(WIDEST, Math.max(NARROWEST, told));
  return label === '' ? indent(text, 0, columns) : hang(label, text, columns);
}

/** The colours of a stream; loaded only where there are any. */
export async function makeTheme(
  env: Env,
  flags: Pick<GlobalFlags, 'color'>,
  settings: Pick<Settings, 'color' | 'hyperlinks'>,
  stream: NodeJS.WriteStream,
): Promise<Theme> {
  const links = canLink(env, settings, stream);
  const link = (text: string, address: string) =>
    links ? `\u001B]8;;${address}\u0007${text}\u001B]8;;\u0007` : text;
  if (colorLevel(env, flags, settings, stream) === 0) {
    const plain = (text: string) => text;
    return {
      accent: plain,
      strong: plain,
      faint: plain,
      done: plain,
      due: plain,
      trouble: plain,
      link,
    };
  }
  const { chalk }: { chalk: ChalkInstance } = await import('./color.ts');
  return {
    accent: chalk.cyan.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    done: chalk.green,
    due: chalk.yellow,
    trouble: chalk.red,
    link,
  };
}

/** Colour only on a terminal, and never with NO_COLOR, TERM=dumb or --no-color; FORCE_COLOR forces. */
function colorLevel(
  env: Env,
  flags: Pick<GlobalFlags, 'color'>,
  settings: Pick<Settings, 'color'>,
  stream: NodeJS.WriteStream,
): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = env.variables;
  if (!flags.color) return 0;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR === '0' ? 0 : 1;
  if (NO_COLOR || TERM === 'dumb' || settings.color.value === 'never') return 0;
  return stream.isTTY || settings.color.value === 'always' ? 1 : 0;
}

/**
 * Whether a terminal shows OSC 8 hyperlinks. Only those known to do so, since others may print the
 * escape. Source: the list of the Hyperlinks in Terminal Emulators specification's adoption page.
 */
function canLink(env: Env, settings: Pick<Settings, 'hyperlinks'>, stream: NodeJS.WriteStream) {
  const { TERM, TERM_PROGRAM, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION } =
    env.variables;
  if (settings.hyperlinks.value !== 'auto') return settings.hyperlinks.value === 'always';
  if (!stream.isTTY || TERM === 'dumb') return false;
  const programs = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'zed'];
  return (
    programs.includes(TERM_PROGRAM ?? '') ||
    Number(VTE_VERSION ?? 0) >= 5000 ||
    [WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION].some(Boolean) ||
    /^(xterm-kitty|alacritty|foot)/.test(TERM ?? '')
  );
}
