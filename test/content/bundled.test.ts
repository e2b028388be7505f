import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/content/format/json-schema.ts';
import { loadPath } from '../../src/content/load.ts';
import { type Path, topicsOf, totalsOf } from '../../src/domain/path/path.ts';
import { formatWeeks } from '../../src/domain/path/weeks.ts';

/** Names of all files of the bundled path, those of questions with their folder. */
function bundledFiles(): string[] {
  return readdirSync('paths/llm', { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'questions')
    .sort();
}

describe('the bundled path', () => {
  const { path, files, issues } = loadPath('paths/llm');
  const llm = path as Path;

  test('has no problem in any of its files', () => {
    expect(issues).toEqual([]);
    expect(files.toSorted()).toEqual(bundledFiles());
  });

  test('has all its phases, with their durations', () => {
    const phases = llm.phases.map(({ id, weeks, optional }) => [id, formatWeeks(weeks), optional]);
    expect(phases).toEqual([
      ['math', '4-6', true],
      ['ml', '8', false],
      ['nlp', '6', false],
      ['transformers', '4', false],
      ['llms', '8', false],
      ['projects', '8+', false],
    ]);
  });

  test('has 50 topics, 360 hours and at least 415 concepts', () => {
    const totals = totalsOf(llm);
    expect(totals).toMatchObject({ topics: 50, hours: 360 });
    expect(totals.concepts).toBeGreaterThanOrEqual(415);
  });

  test('has something to do in every topic, and an address for every resource of it', () => {
    const resources = new Map(llm.resources.map((resource) => [resource.id, resource]));
    for (const topic of topicsOf(llm)) {
      const core = topic.uses.filter((use) => use.role === 'core');
      expect([...core, ...topic.milestones], topic.id).not.toEqual([]);
      for (const use of topic.uses) {
        const resource = resources.get(use.resource);
        expect(resource?.url ?? resource?.replacement?.url, use.ref).toMatch(/^https?:\/\//);
      }
    }
  });

  test('has units that add up to their portions', () => {
    const divided = topicsOf(llm).flatMap((topic) => topic.uses.filter((u) => u.units.length > 0));
    expect(divided.length).toBeGreaterThan(0);
    for (const use of divided) {
      const minutes = use.units.reduce((total, unit) => total + unit.minutes, 0);
      expect(minutes, use.ref).toBe(use.minutes);
    }
  });
});

describe('the JSON Schemas for editors', () => {
  const made = jsonSchemas();

  test.each(Object.entries(made))('%s is what the program makes', (name, schema) => {
    expect(JSON.parse(readFileSync(`paths/schema/${name}`, 'utf8'))).toEqual(schema);
  });

  test('are all, and each bundled file points at its own', () => {
    expect(readdirSync('paths/schema').sort()).toEqual(Object.keys(made).sort());
    for (const name of bundledFiles()) {
      const kind = /^\d/.test(name) ? 'phase' : name.replace('.yaml', '');
      const isQuestions = name.startsWith('questions/');
      const schema = isQuestions ? '../../schema/questions.json' : `../schema/${kind}.schema.json`;
      const comment = `# yaml-language-server: $schema=${schema}\n`;
      expect(readFileSync(`paths/llm/${name}`, 'utf8').startsWith(comment), name).toBe(true);
    }
  });
});
