import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { BIN, type Learner, newLearner } from './cli.ts';

/**
 * Learners who share one home for all tests of a file, so that the path is compiled once. For
 * tests that look, or whose changes no other test of the file sees. `prepare` runs before them.
 */
export function sharedHome(...prepare: string[][]): (env?: Record<string, string>) => Learner {
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-shared-'));
  const home = join(folder, 'home');
  beforeAll(() => {
    const env = {
      PATH: process.env.PATH,
      TZ: 'UTC',
      LLMPATH_HOME: home,
      LLMPATH_NOW: '2026-12-07T19:00:00Z',
    };
    for (const args of prepare) {
      execFileSync(process.execPath, [BIN, ...args], { env, stdio: 'pipe' });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (env = {}) => ({ ...newLearner({ env: { LLMPATH_HOME: home, ...env } }), home });
}
