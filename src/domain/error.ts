/**
 * An error the user can act on. `code` is stable for scripts and picks the exit code by its first
 * part (see `cli/exit.ts`); `message` is one sentence; `hint` names the next command to run.
 * Anything thrown that is not a UserError is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly hint: string | undefined;
  /** Structured facts for `--json`, such as the candidates of an ambiguous ref. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    hint?: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
}

/** Tells by name, not by class: each bundle carries its own copy of the class. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
