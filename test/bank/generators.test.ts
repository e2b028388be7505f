import { expect, test } from 'vitest';
import { inspectTemplate } from '../../src/domain/quiz/inspect.ts';
import { TOPICS, templatesOf } from './bank.ts';

const SEEDS = Array.from({ length: 1000 }, (_, seed) => seed);
const FEW = SEEDS.slice(0, 3);
const SLOW = 180_000;

test.each(TOPICS)(
  '%s: a thousand variants of each generator are drawn and graded without a fault',
  (topic) => {
    for (const template of templatesOf(topic)) {
      const faults = inspectTemplate(template, template.generated ? SEEDS : FEW);
      expect(faults, template.ref).toEqual([]);
    }
  },
  SLOW,
);
