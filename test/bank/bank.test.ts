import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMathText } from '../../src/cli/formulas.ts';
import { widthOf } from '../../src/cli/render/text.ts';
import { drawQuestion, drawScope } from '../../src/domain/quiz/generate/draw.ts';
import type { ChoiceQuestion } from '../../src/domain/quiz/question.ts';
import type { Template } from '../../src/domain/quiz/template.ts';
import { layoutFormula } from '../../src/math/render.ts';
import { paragraphs, segments } from '../../src/math/segments.ts';
import { disagreement, keyOf } from './agree.ts';
import { TEMPLATES, TOPICS, templatesOf, variant } from './bank.ts';
import { GUESSERS, play } from './guessers.ts';
import type { References } from './references.ts';
import { textsOf } from './texts.ts';

const WIDTH = 60;
const COMPUTED = ['number', 'vector', 'matrix', 'shape', 'expression'];
const REFERENCE_SEEDS = Array.from({ length: 50 }, (_, seed) => seed);

const slugOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

test('every topic has questions, and references for their keys', () => {
  const asked = new Set(TEMPLATES.map((template) => template.topic));
  expect(TOPICS.filter((topic) => !asked.has(topic))).toEqual([]);
  const files = readdirSync('test/bank/references').map((name) => name.replace('.ts', ''));
  expect(files.sort()).toEqual(TOPICS.toSorted());
});

describe('keys, computed a second time, are the same:', () => {
  test.each(TOPICS)('%s', async (topic) => {
    const { references } = (await import(`./references/${topic}.ts`)) as { references: References };
    const templates = templatesOf(topic);
    const known = templates.map(({ ref }) => slugOf(ref));
    expect(Object.keys(references).filter((slug) => !known.includes(slug))).toEqual([]);
    for (const template of templates) checkReference(template, references);
  });
});

function checkReference(template: Template, references: References): void {
  const reference = references[slugOf(template.ref)];
  if (!reference) {
    expect(COMPUTED, `${template.ref} has no reference`).not.toContain(template.body.kind);
    return;
  }
  for (const seed of template.generated ? REFERENCE_SEEDS : [0]) {
    const scope = drawScope(template, seed);
    const params = template.params.map(({ name }) => [name, scope.get(name)]);
    const computed = reference(Object.fromEntries(params));
    const problem = disagreement(drawQuestion(template, seed), computed);
    expect(problem, `${template.ref}, seed ${seed}`).toBeNull();
  }
}

describe('every formula can be read in a terminal:', () => {
  test.each(TOPICS)('%s', (topic) => {
    for (const template of templatesOf(topic)) {
      for (const text of textsOf(variant(template, 0))) checkText(text, template.ref);
    }
  });
});

function checkText(text: string, ref: string): void {
  for (const part of paragraphs(text).flatMap(segments)) {
    if (part.kind === 'words' && !text.includes('\\$')) {
      expect(part.text, `${ref}: a dollar sign that opens no formula`).not.toContain('$');
    }
    if (part.kind !== 'inline' && part.kind !== 'display') continue;
    const { problem } = layoutFormula(part.tex, { width: WIDTH, style: 'unicode', display: true });
    expect(problem, `${ref}: ${part.tex}`).toBeNull();
  }
  const lines = renderMathText(text, { width: WIDTH, style: 'unicode' });
  expect(Math.max(0, ...lines.map(widthOf)), ref).toBeLessThanOrEqual(WIDTH);
}

test('no two questions ask the same and have the same answer', () => {
  const first = new Map<string, string>();
  const twice = TEMPLATES.flatMap((template) => {
    const question = variant(template, 0);
    const prompt = question.prompt.toLowerCase().replaceAll(/\W+/g, ' ').trim();
    const same = `${prompt} ${JSON.stringify(keyOf(question))}`;
    const other = first.get(same);
    first.set(same, template.ref);
    return other ? [`${other} and ${template.ref}`] : [];
  });
  expect(twice).toEqual([]);
});

describe('who knows nothing of the subject gets no more right than by chance, choosing', () => {
  const choices = TEMPLATES.filter((template) => template.body.kind === 'choice').flatMap(
    (template) => Array.from({ length: 8 }, (_, n) => variant(template, n) as ChoiceQuestion),
  );

  test.each(Object.entries(GUESSERS))('the option that is %s', (_, guess) => {
    expect(choices.length).toBeGreaterThan(0);
    const { right, chance } = play(guess, choices);
    expect(right).toBeLessThanOrEqual(chance + 0.03);
  });
});
