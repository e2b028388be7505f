import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { expectSound, printFigures } from './sound.ts';

/** Where one may mount a small disk for oneself: as root, or where users may have namespaces. */
const MAY_MOUNT =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

interface Result {
  code: number | null;
  stderr: string;
  stdout: string;
}

test.runIf(MAY_MOUNT)(
  'on a full disk a change is refused in words, and nothing told is lost',
  () => {
    const disk = temporaryFolder();
    const script = `mount -t tmpfs -o size=700k tmpfs ${disk} && exec "$@"`;
    const driver = resolve('test/faults/small-disk.cjs');
    const inside = [process.execPath, driver, BIN, disk, aPathFolder().dir];
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', ...inside], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const found = JSON.parse(stdout) as Record<'first' | 'after' | 'doctor', Result> & {
      told: number;
      refused: Result[];
      leftovers: string[];
      events: number;
    };
    expect(found.first.code).toBe(0);
    expect(found.refused.length).toBeGreaterThanOrEqual(3);
    for (const { code, stderr: said } of found.refused) {
      expect([1, 5]).toContain(code);
      expect(said).toMatch(/full/);
      expect(said).not.toContain('mistake in llmpath');
    }
    expect(found.leftovers).toEqual([]);
    expect(found.after.code).toBe(0);
    expect(found.events).toBe(found.told);
    printFigures('A full disk of 700 kB', [
      ['commands refused in words', `${found.refused.length}, none left anything half-made`],
      ['changes told as done', `${found.told}, ${found.events} there`],
    ]);
  },
  60_000,
);

test('whatever size files may have, a command is done or refused in words', async () => {
  const home = join(temporaryFolder(), 'home');
  mkdirSync(home);
  const path = aPathFolder().dir;
  const run = (limit: number | 'unlimited', ...args: string[]) =>
    spawnSync(
      'bash',
      ['-c', `ulimit -f ${limit}; exec "$@"`, 'bash', process.execPath, BIN, ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_HOME: home },
      },
    );
  const file = join(home, 'llmpath.db');
  let told = 0;
  let refused = 0;
  // In kilobytes: from nothing to more than the database has.
  for (const limit of [0, 1, 4, 8, 20, 32, 33, 40, 60, 70, 72, 80, 100, 120]) {
    const { status, stderr, signal } = run(
      limit,
      'log',
      'vectors',
      '--minutes',
      '1',
      '--path',
      path,
    );
    expect({ limit, signal }).toEqual({ limit, signal: null });
    if (status === 0) told += 1;
    else {
      refused += 1;
      expect(status, stderr).toBe(5);
      expect(stderr).toMatch(/disk|larger than files may be/);
    }
  }
  expect(run('unlimited', 'log', 'vectors', '--minutes', '1', '--path', path).status).toBe(0);
  expect(await expectSound(file)).toHaveLength(told + 1);
  for (const limit of [1, 20, 60]) {
    for (const args of [['backup'], ['export', join(home, 'log.jsonl')]]) {
      const { status, stderr } = run(limit, ...args);
      if (status === 0) continue;
      expect([1, 5], `${limit}: ${stderr}`).toContain(status);
      expect(stderr).not.toContain('mistake in llmpath');
    }
  }
  expect(readdirSync(home).filter((name) => /tmp|part/.test(name))).toEqual([]);
  expect(readdirSync(join(home, 'backups')).filter((name) => /part/.test(name))).toEqual([]);
  printFigures('Limits on the size of files', [
    ['14 limits from 0 to 120 kB', `${told} done and there, ${refused} refused in words`],
  ]);
}, 120_000);
