import { readdirSync, readFileSync } from 'node:fs';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

interface Found {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

test('every source is seen, and no room is entered that may not be', async () => {
  const rules = JSON.parse(readFileSync('.dependency-cruiser.json', 'utf8'));
  const result: IReporterOutput = await cruise(
    ['src'],
    { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  const { modules, summary } = result.output as unknown as Found;
  const seen = modules.map((module) => module.source).filter((source) => source.startsWith('src/'));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name}`);
  expect(seen.sort()).toEqual(sources.sort());
  const edges = modules.flatMap((module) => module.dependencies.map((d) => d.resolved));
  expect(edges).toContain('src/domain/next/next.ts');
  expect(edges).toContain('src/storage/store.ts');
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
    [],
  );
});
