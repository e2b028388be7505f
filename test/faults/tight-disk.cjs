// Runs commands, each in a copy of a home, with little room left: on a disk of its own, which is
// filled up to so many kilobytes, or with a limit on the size of files. Tells what came of each.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { join } = require('node:path');
const Sqlite = require('better-sqlite3');

const { bin, disk, kind, rooms, cases } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const filler = join(disk, 'filler');

function fill(room) {
  const { bavail, bsize } = fs.statfsSync(disk);
  const size = bavail * bsize - room * 1024;
  if (size > 0) spawnSync('fallocate', ['-l', `${size}`, filler]);
}

function run({ args, input }, limit) {
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LLMPATH_HOME: join(disk, 'home'),
    LLMPATH_NOW: '2026-12-08T19:00:00Z',
  };
  const command =
    limit === null
      ? [process.execPath]
      : ['bash', '--norc', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', process.execPath];
  const { status, signal, stdout, stderr } = spawnSync(
    command[0],
    [...command.slice(1), bin, ...args],
    {
      encoding: 'utf8',
      input: input ?? '',
      env,
      cwd: disk,
    },
  );
  return { code: status, signal, stdout, stderr };
}

/** Ids of the log, as they are on disk; null for a file that is no sound database. */
function ids() {
  const file = join(disk, 'home', 'llmpath.db');
  if (!fs.existsSync(file)) return [];
  let db;
  try {
    db = new Sqlite(file);
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
    return db.prepare('SELECT id FROM event ORDER BY id').pluck().all();
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

const files = () =>
  fs
    .readdirSync(disk, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(disk, name)).isFile())
    .sort();
const remove = () => {
  for (const name of fs.readdirSync(disk)) fs.rmSync(join(disk, name), { recursive: true });
};

const found = [];
for (const one of cases) {
  for (const room of rooms) {
    remove();
    fs.cpSync(one.template, join(disk, 'home'), { recursive: true });
    fs.mkdirSync(join(disk, 'shared'));
    const before = { ids: ids(), files: files() };
    if (kind === 'disk') fill(room);
    const result = run(one, kind === 'limit' ? room : null);
    fs.rmSync(filler, { force: true });
    const after = { ids: ids(), files: files() };
    const again = result.code === 0 ? null : run(one, null);
    found.push({ name: one.name, room, before, after, result, again, finally: ids() });
  }
}
remove();
console.log(JSON.stringify(found));
