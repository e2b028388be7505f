import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { openBeside } from '../helpers/store.ts';

/** All that is private to a learner, each in one word that stands nowhere else. */
const SECRETS = {
  user: 'adalovelace',
  folder: 'secrethome',
  name: 'Augusta',
  note: 'heartbroken',
  answer: 'myguess',
  path: 'privatecourse',
  token: 'ghp0token',
};

function expectNothingPrivate(text: string, but: (keyof typeof SECRETS)[] = []): void {
  for (const [what, secret] of Object.entries(SECRETS)) {
    if (but.includes(what as keyof typeof SECRETS)) continue;
    expect(text.toLowerCase(), what).not.toContain(secret.toLowerCase());
  }
}

/** A learner of whom everything says who they are, on a path of their own. */
function aPrivateLearner(): Learner {
  const own = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS));
  own.write('path.yaml', own.read('path.yaml').replace('id: small', `id: ${SECRETS.path}`));
  const home = join(temporaryFolder(), SECRETS.user, SECRETS.folder);
  mkdirSync(join(home, '..'), { recursive: true });
  const path = join(home, '..', SECRETS.path);
  renameSync(own.dir, path);
  const learner = newLearner({
    env: { LLMPATH_HOME: home, HOME: join(home, '..'), USER: SECRETS.user },
  });
  for (const args of [
    ['init', path, '--yes'],
    ['config', 'set', 'name', SECRETS.name],
    ['note', 'vectors', SECRETS.note],
    ['log', 'vectors', '--minutes', '5'],
    ['start', 'vectors'],
  ]) {
    expect(learner.run(...args).code, args.join(' ')).toBe(0);
  }
  const db = openBeside(join(home, 'llmpath.db'));
  db.exec(`INSERT INTO event SELECT '01a2018b-0000-7000-8000-000000000000',
    '01a2018b-0000-7000-8000-000000000000', device, at, day, 'time-logged', path, '${SECRETS.answer}',
    '{"minutes":1,"day":"2026-12-07","estimated":false}' FROM event LIMIT 1`);
  return { ...learner, home };
}

const database = ({ home }: Learner) => join(home, 'llmpath.db');

test.each<[state: string, spoil: (learner: Learner) => void]>([
  ['all is well', () => {}],
  ['the database is damaged', (learner) => truncateSync(database(learner), 20_000)],
  ['the database is another text', (learner) => writeFileSync(database(learner), SECRETS.note)],
  [
    'the settings have a mistake',
    ({ home }) => writeFileSync(join(home, 'config.json'), `{ "name": ${SECRETS.name}`),
  ],
  [
    'the path is broken',
    ({ home }) => writeFileSync(join(home, '..', SECRETS.path, 'path.yaml'), SECRETS.note),
  ],
  [
    'the path is gone',
    ({ home }) => renameSync(join(home, '..', SECRETS.path), join(home, '..', 'elsewhere')),
  ],
  [
    'an event cannot be read',
    (learner) => {
      const db = openBeside(database(learner));
      db.exec('DROP TRIGGER event_never_changes');
      db.exec(`UPDATE event SET body = '{"text": ${SECRETS.note}' WHERE kind = 'noted'`);
    },
  ],
])('what doctor prints when %s holds nothing private', (_, spoil) => {
  const learner = aPrivateLearner();
  spoil(learner);
  for (const args of [
    ['doctor', '--debug'],
    ['doctor', '--json'],
  ]) {
    const { stdout, stderr } = learner.run(...args);
    expect(stdout, stderr).toContain('versions');
    expectNothingPrivate(stdout + stderr);
  }
});

test.each([
  ['a state that is no JSON', `{"name": "${SECRETS.name}", ${SECRETS.note} ${SECRETS.answer}`],
  ['another one', `'/home/${SECRETS.user}/${SECRETS.folder}' of ${SECRETS.user}@example.org`],
])('an error of the program itself, from %s, holds nothing private', (_, body) => {
  const learner = aPrivateLearner();
  const db = openBeside(database(learner));
  db.prepare('UPDATE enrolment SET body = ?').run(body);
  for (const args of [['status'], ['status', '--debug'], ['status', '--json']]) {
    const { code, stdout, stderr } = learner.run(...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(args.includes('--json') ? /"code":"bug"/ : /mistake in llmpath/);
    expectNothingPrivate(stderr);
  }
});

test('a remote that git cannot reach is told without its password', () => {
  const learner = aPrivateLearner();
  const shared = temporaryFolder();
  const git = (...args: string[]) => spawnSync('git', args, { cwd: shared, encoding: 'utf8' });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `https://${SECRETS.user}:${SECRETS.token}@localhost:1/x.git`);
  const { code, stdout, stderr } = learner.run('sync', shared);
  expect(code).toBe(1);
  expect(stderr).toContain('Your git could not exchange with origin');
  expectNothingPrivate(stdout + stderr, ['path']);
});
