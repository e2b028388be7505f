import type { Theme } from '../../src/cli/output.ts';

const same = (text: string): string => text;

/** No colours at all. */
export const plainTheme: Theme = {
  accent: same,
  strong: same,
  faint: same,
  done: same,
  due: same,
  trouble: same,
  link: same,
};
