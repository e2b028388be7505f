import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPath } from '../../src/content/load.ts';
import { simulateFinish } from '../../src/domain/forecast/finish.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import { type Outline, outlineOf, topicsOf } from '../../src/domain/path/path.ts';
import { indexPath, type RefIndex } from '../../src/domain/path/refs.ts';
import { allocate } from '../../src/domain/plan/allocate.ts';
import { type Learner, outlookOf, situationOf } from '../../src/domain/plan/learner.ts';
import { evenTimetable } from '../../src/domain/plan/timetable.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { seeded } from '../../src/domain/seeded.ts';
import { aPath, aPhase, aTopic, core } from '../helpers/path-builder.ts';
import { median } from './compare.ts';

const TODAY = '2026-12-07';

function beginnerOn(path: Outline): Learner {
  const index = indexPath(path) as RefIndex;
  return {
    path,
    progress: measureProgress(path, index, new Map()),
    enrolment: null,
    target: null,
    timetable: evenTimetable(9),
    days: new Map(),
    today: TODAY,
    returning: [],
    schedule: DEFAULT_SCHEDULE,
  };
}

/** Medians in milliseconds of the whole plan and of the whole forecast of the bundled path. */
export function timeBundledPlan(rounds: number): { plan: number; forecast: number } {
  const { path } = loadPath('paths/llm');
  if (!path) throw new Error('the bundled path does not load');
  const learner = beginnerOn(outlineOf(path));
  return {
    plan: medianOf(rounds, () => allocate(situationOf(learner))),
    forecast: medianOf(rounds, () => simulateFinish(outlookOf(learner), 1000)),
  };
}

/** The median of laying out a generated path, each topic needing four earlier ones. */
export function timeLargePlan(topics: number, rounds: number): number {
  const learner = beginnerOn(largePath(topics));
  return medianOf(rounds, () => allocate(situationOf(learner)));
}

function largePath(count: number): Outline {
  const random = seeded(count);
  const perPhase = 500;
  const topics = Array.from({ length: count }, (_, i) => {
    const near = Math.min(i, 2000);
    const needs = new Set<string>();
    while (needs.size < Math.min(4, i)) needs.add(`t${i - 1 - Math.floor(random() * near)}`);
    return aTopic(`t${i}`, { needs: [...needs], parts: [core('film', [20, 25, 15])] });
  });
  const phases = Array.from({ length: Math.ceil(count / perPhase) }, (_, i) =>
    aPhase(`p${i}`, ...topics.slice(i * perPhase, (i + 1) * perPhase)),
  );
  return outlineOf(aPath(...phases));
}

function medianOf(rounds: number, run: () => unknown): number {
  run();
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );
}

/**
 * The median of TaskJuggler 3 laying out the topics of the bundled path with what they need, for one
 * person of nine hours a week; null where it is not installed.
 */
export function timeTaskJuggler(rounds: number): number | null {
  if (spawnSync('tj3', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  const { path } = loadPath('paths/llm');
  if (!path) throw new Error('the bundled path does not load');
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-bench-'));
  writeFileSync(join(folder, 'path.tjp'), projectOf(path));
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync('tj3', ['--silent', 'path.tjp'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tj3 failed: ${stderr}`);
    return performance.now() - started;
  });
  rmSync(folder, { recursive: true });
  return median(times);
}

/** The path as a TaskJuggler project. */
function projectOf(path: Outline): string {
  const id = (topic: string) => topic.replaceAll('-', '_');
  const tasks = topicsOf(path).map(({ id: name, hours, needs }, i) => {
    const depends = needs.length > 0 ? `depends ${needs.map((n) => `!${id(n)}`).join(', ')}` : '';
    return `task ${id(name)} "${name}" { effort ${hours}h allocate learner priority ${900 - i} ${depends} }`;
  });
  return `project path "path" ${TODAY} +3y { timingresolution 15min }
resource learner "learner" { workinghours mon - sun 19:00 - 20:15 }
task all "all" { start ${TODAY}
${tasks.join('\n')}
}
taskreport plan "plan" { formats csv columns name, start, end }
`;
}
