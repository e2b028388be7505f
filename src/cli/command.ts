import type { Context } from './context.ts';

/** Reads, asks the domain, writes, prints. */
export type Run = (ctx: Context, args: Arguments, options: Options) => Promise<void>;

/** A command as the program lists it. */
export interface CommandSpec {
  /** Words after `llmpath`: `done`, `path check`. */
  name: string;
  /** In commander's form: `<ref>`, `[text...]`. */
  args: string;
  summary: string;
  group: 'Every day' | 'Your record' | 'The path' | 'Setup';
  /** Flags in commander's form with what they do. */
  options?: readonly (readonly [flags: string, about: string])[];
  /** More for its own help: examples, mostly. */
  details?: string;
  /** Whether it must work with a settings file that cannot be read. */
  mends?: true;
  run: Run;
}

/** Positional arguments; a variadic one is a list. */
type Arguments = readonly (string | string[] | undefined)[];
export type Options = Readonly<Record<string, unknown>>;

/** A positional argument or an option as text; undefined when it was not given. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
