// Runs inside a mount namespace of its own, on a disk of 700 kB: fills it, goes on until commands are
// refused, frees it, and tells what happened as JSON.
const { spawnSync } = require('node:child_process');
const { rmSync, writeFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const [, , bin, disk, path] = process.argv;
const home = join(disk, 'home');
const run = (...args) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [bin, ...args, '--path', path], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_HOME: home },
  });
  return { code: status, stderr, stdout };
};

const log = ['log', 'vectors', '--minutes', '1'];
const first = run(...log);
let told = first.code === 0 ? 1 : 0;
const filler = join(disk, 'filler');
for (let size = 4096; size > 0; size = Math.floor(size / 2)) {
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
  } catch {
    // Full, but for what is smaller.
  }
}
const refused = [];
for (let i = 0; i < 5; i++) {
  const result = run(...log);
  if (result.code === 0) told += 1;
  else refused.push(result);
}
for (const args of [
  ['backup'],
  ['export', join(disk, 'log.jsonl')],
  ['note', 'vectors', 'x'.repeat(90000)],
]) {
  refused.push(run(...args));
}
const leftovers = [join(disk, 'log.jsonl')].filter(existsSync);
rmSync(filler);
const after = run(...log);
if (after.code === 0) told += 1;
const doctor = run('doctor', '--json');
const { stdout } = run('history', '-n', '1000', '--json');
const events = JSON.parse(stdout).events.filter(({ kind }) => kind === 'time-logged').length;
console.log(JSON.stringify({ first, told, refused, leftovers, after, doctor, events }));
