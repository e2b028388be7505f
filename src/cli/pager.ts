import { spawnSync } from 'node:child_process';

/**
 * Shows text in a pager, given as a program with arguments (`less -R`), never through a shell.
 * `fallback` prints it where the pager cannot be started.
 */
export function showInPager(pager: string, text: string, fallback: () => void): void {
  const [program = '', ...args] = pager.split(/\s+/).filter(Boolean);
  const result = spawnSync(program, args, {
    input: `${text}\n`,
    stdio: ['pipe', 'inherit', 'inherit'],
    // As git does: quit if it fits, keep colours, leave the text on the screen.
    env: { LESS: 'FRX', LV: '-c', ...process.env },
  });
  if (result.error && (result.error as NodeJS.ErrnoException).code === 'ENOENT') fallback();
}
