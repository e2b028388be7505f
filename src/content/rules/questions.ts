import type { QuestionEntry } from '../format/questions.ts';
import type { KeyPath } from '../format/source.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { eachQuestion } from './walk.ts';

/** Rules about what stands within a single question. */
export const questionRules = [checkBlanks, checkChoices, checkComputed, checkBraces];

type Report = (place: KeyPath, code: string, message: string, hint: string) => void;

function eachEntry(
  files: PathFiles,
  level: Issue['level'],
  rule: (entry: QuestionEntry, report: Report) => void,
): Issue[] {
  const issues: Issue[] = [];
  for (const { file, entry, at } of eachQuestion(files)) {
    rule(entry, (place, code, message, hint) => {
      issues.push(file.source.issue(level, code, [...at, ...place], message, { hint }));
    });
  }
  return issues;
}

/** The blanks of a cloze are numbered from 1, each stands once in the prompt and has its answer. */
function checkBlanks(files: PathFiles): Issue[] {
  return eachEntry(files, 'error', (entry, report) => {
    if (entry.kind !== 'cloze') return;
    const found = [...entry.prompt.matchAll(/__(\d+)__/g)].map((match) => Number(match[1]));
    const wanted = entry.answer.map((_, i) => i + 1);
    const isRight = found.length === wanted.length && wanted.every((n) => found.includes(n));
    if (isRight) return;
    const blanks = found.map((n) => `__${n}__`).join(', ') || 'no blank';
    const expected = wanted.map((n) => `__${n}__`).join(', ');
    const message = `${entry.id} has ${blanks} in its prompt, and answers for ${expected}`;
    report(['prompt'], 'question.blanks', message, 'Each blank stands once, with one answer.');
  });
}

/** What one chooses from, orders or matches differs, and is not too much. */
function checkChoices(files: PathFiles): Issue[] {
  return eachEntry(files, 'error', (entry, report) => {
    const groups = choicesOf(entry);
    for (const { items, most, least } of groups) {
      const first = new Map<string, KeyPath>();
      for (const { text, place } of items) {
        const same = text.replaceAll(/\s+/g, ' ');
        if (first.has(same)) {
          const message = `${entry.id} offers "${cutShort(same)}" twice`;
          report(place, 'question.same', message, 'Make each different.');
        } else first.set(same, place);
      }
      if (items.length < least || items.length > most) {
        const message = `${entry.id} has ${items.length} in all, and must have ${least} to ${most}`;
        report(['answer'], 'question.count', message, 'Add some, or take some away.');
      }
    }
  });
}

interface Group {
  items: { text: string; place: KeyPath }[];
  least: number;
  most: number;
}

function choicesOf(entry: QuestionEntry): Group[] {
  switch (entry.kind) {
    case 'choice':
    case 'several': {
      const right = typeof entry.answer === 'string' ? [entry.answer] : entry.answer;
      const items = [
        ...right.map((text, i) => {
          return { text, place: entry.kind === 'choice' ? ['answer'] : ['answer', i] };
        }),
        ...entry.wrong.map(({ text }, i) => ({ text, place: ['wrong', i, 'text'] })),
      ];
      return [{ items, least: 3, most: entry.kind === 'choice' ? 6 : 7 }];
    }
    case 'order': {
      const items = entry.answer.flatMap((group, i) =>
        typeof group === 'string'
          ? [{ text: group, place: ['answer', i] }]
          : group.map((text, j) => ({ text, place: ['answer', i, j] })),
      );
      return [{ items, least: 3, most: 8 }];
    }
    case 'match': {
      const left = entry.answer.map(([text], i) => ({ text, place: ['answer', i, 0] }));
      const right = entry.answer.map(([, text], i) => ({ text, place: ['answer', i, 1] }));
      const extra = (entry.extra ?? []).map((text, i) => ({ text, place: ['extra', i] }));
      return [
        { items: left, least: 3, most: 6 },
        { items: [...right, ...extra], least: 3, most: 9 },
      ];
    }
    default:
      return [];
  }
}

/** Only what is drawn can be computed with, or be thrown away. */
function checkComputed(files: PathFiles): Issue[] {
  return eachEntry(files, 'error', (entry, report) => {
    if (entry.params !== undefined && Object.keys(entry.params).length > 0) return;
    for (const key of ['let', 'where'] as const) {
      if (entry[key] === undefined) continue;
      const message = `${entry.id} has ${key} but no params, so that nothing is drawn`;
      report([key], 'question.params', message, `Add params, or take ${key} out.`);
    }
  });
}

/** Values stand only in what is drawn. A warning, since TeX may have two braces too. */
function checkBraces(files: PathFiles): Issue[] {
  return eachEntry(files, 'warning', (entry, report) => {
    if (entry.params !== undefined) return;
    for (const { text, place } of textsOf(entry)) {
      const braces = /\{\{[^{}]*\}\}/.exec(text)?.[0];
      if (braces === undefined) continue;
      const message = `${entry.id} has no params, so that ${cutShort(braces)} is shown as it is`;
      report(place, 'question.braces', message, 'Add params, or put a blank between the braces.');
    }
  });
}

/** Every text of a question that a person reads, with its place. */
export function textsOf(entry: QuestionEntry): { text: string; place: KeyPath }[] {
  const texts = [
    { text: entry.prompt, place: ['prompt'] },
    { text: entry.explain, place: ['explain'] },
    ...(entry.hints ?? []).map((text, i) => ({ text, place: ['hints', i] })),
    ...choicesOf(entry).flatMap((group) => group.items),
  ];
  if (entry.kind === 'open') texts.push({ text: entry.answer, place: ['answer'] });
  if ('feedback' in entry && entry.feedback !== undefined) {
    texts.push({ text: entry.feedback, place: ['feedback'] });
  }
  for (const key of ['wrong', 'slips'] as const) {
    const list = (entry as { [key: string]: unknown })[key] as { feedback: string }[] | undefined;
    list?.forEach(({ feedback }, i) => {
      texts.push({ text: feedback, place: [key, i, 'feedback'] });
    });
  }
  return texts;
}

function cutShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
