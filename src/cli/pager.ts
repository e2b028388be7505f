import { spawnSync } from 'node:child_process';

/**
 * Shows text in a pager, given as a program with arguments (`less -R`), never through a shell.
 * `fallback` prints it where the pager cannot be started.
 */
export function showInPager(pager: string, text: string, fallback: () => void): void {
  const [program = '', ...args] = pager.split(/\s+/).filter(Boolean);
  // Ctrl-C belongs to the pager; the program must outlive it, or both would read the keys.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const result = spawnSync(program, args, {
    input: `${text}\n`,
    stdio: ['pipe', 'inherit', 'inherit'],
    // As git does: quit if it fits, keep colours, leave the text on the screen.
    env: { LESS: 'FRX', LV: '-c', ...process.env },
  });
  process.off('SIGINT', ignore);
  const code = (result.error as NodeJS.ErrnoException | undefined)?.code;
  const failed = code !== undefined && code !== 'EPIPE';
  if (failed || result.status === 126 || result.status === 127) fallback();
}
