import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  define: {
    LLMPATH_VERSION: JSON.stringify(version),
    LLMPATH_BUILD: JSON.stringify('test'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/helpers/summary.ts'],
    globalSetup: ['test/helpers/build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most tests wait for a program they started, so both cores of a small machine have work.
    maxWorkers: 2,
  },
});
