import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** A fact of one of the source documents, with a needle that stands in a file of the path. */
interface Fact {
  from: string;
  fact: string;
  find: string;
  in: string;
}

const facts: Fact[] = parse(readFileSync('test/fixtures/seed-facts.yaml', 'utf8'));
const texts = new Map<string, string>();

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function textOf(name: string): string {
  const text = texts.get(name) ?? plain(readFileSync(`paths/llm/${name}.yaml`, 'utf8'));
  texts.set(name, text);
  return text;
}

const documents = [...new Set(facts.map((fact) => fact.from))];

test('there are facts of all five documents', () => {
  expect(documents.toSorted()).toEqual(['000', '001', '002', '003', '004']);
  expect(facts.length).toBeGreaterThanOrEqual(444);
});

test.each(documents)('the path carries every fact of document %s', (document) => {
  const missing = facts
    .filter((fact) => fact.from === document)
    .filter((fact) => plain(fact.find) === '' || !textOf(fact.in).includes(plain(fact.find)))
    .map((fact) => `${fact.fact}: "${fact.find}" is not in ${fact.in}.yaml`);
  expect(missing).toEqual([]);
});
