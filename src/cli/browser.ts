import { type ChildProcess, spawn } from 'node:child_process';
import openAddress from 'open';
import type { Env } from './env.ts';

/**
 * Opens an http or https address with the learner's program or the desktop's own. False where there
 * is none, so that the address is printed instead.
 */
export async function launchBrowser(env: Env, program: string, address: string): Promise<boolean> {
  if (program !== '') return start(program, address);
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = env.variables;
  const desktop = [DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME].some(Boolean);
  if (env.platform === 'linux' && !desktop) return false;
  try {
    return await started(await openAddress(address));
  } catch {
    return false;
  }
}

/** The address is one argument of its own; the program's own arguments come before it. */
function start(program: string, address: string): Promise<boolean> {
  const [name = '', ...args] = program.split(/\s+/).filter(Boolean);
  return started(spawn(name, [...args, address], { detached: true, stdio: 'ignore' }));
}

function started(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
