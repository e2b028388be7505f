import type { UserError } from '../domain/error.ts';

/** Exit codes, as promised to scripts. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  invalid: 3,
  unknown: 4,
  database: 5,
  interrupted: 130,
} as const;

const BY_AREA: Record<string, number> = {
  usage: EXIT.usage,
  calendar: EXIT.usage,
  path: EXIT.invalid,
  config: EXIT.invalid,
  ref: EXIT.unknown,
  store: EXIT.database,
  interrupted: EXIT.interrupted,
};

/** The exit code of an error, by the first part of its code. */
export function exitCodeOf(error: UserError): number {
  if (error.code === 'store.clock') return EXIT.failed;
  if (error.code === 'path.unknown' || error.code === 'path.missing') return EXIT.unknown;
  return BY_AREA[error.code.split('.')[0] ?? ''] ?? EXIT.failed;
}
