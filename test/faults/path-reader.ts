import { readFileSync } from 'node:fs';
import { checkFormulas } from '../../src/cli/formulas.ts';
import { loadPath } from '../../src/content/load.ts';
import { isUserError } from '../../src/domain/error.ts';
import { outlineOf } from '../../src/domain/path/path.ts';
import { indexPath } from '../../src/domain/path/refs.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import { stripText } from '../../src/domain/strip.ts';

/** Asks for a path's folder to be read; `deep` also draws its questions and lays out its formulas. */
export interface Asked {
  folder: string;
  number: number;
  deep: boolean;
}

/** What came of it, and the most memory that this process ever had, in bytes. */
export interface Answered {
  outcome: 'path' | 'refused' | 'refused without an error' | 'unsafe text' | 'thrown';
  drawn: number;
  ms: number;
  peak: number;
  /** The stack of what was thrown, or the text. */
  detail?: string;
}

/** Reads paths in a process of its own, so that what it takes is what llmpath takes. */
process.on('message', (asked: Asked) => {
  const started = performance.now();
  const found = read(asked);
  const answer: Answered = { drawn: 0, ...found, ms: performance.now() - started, peak: peak() };
  process.send?.(answer);
});

function read({ folder, number, deep }: Asked): Pick<Answered, 'outcome'> & Partial<Answered> {
  try {
    const { path, templates, issues } = loadPath(
      folder,
      'mine',
      deep ? { formulas: checkFormulas, seeds: 3 } : null,
    );
    const unsafe = findUnsafe(issues.map(({ file, message, hint }) => [file, message, hint]));
    if (unsafe !== undefined) return { outcome: 'unsafe text', detail: unsafe };
    if (!path) {
      const said = issues.some((issue) => issue.level === 'error');
      return { outcome: said ? 'refused' : 'refused without an error' };
    }
    measureProgress(outlineOf(path), indexPath(outlineOf(path)), new Map());
    const text = findUnsafe(path);
    if (text !== undefined) return { outcome: 'unsafe text', detail: text };
    if (!deep) return { outcome: 'path' };
    return {
      outcome: 'path',
      drawn: templates.map((template) => drawQuestion(template, number)).length,
    };
  } catch (error) {
    if (isUserError(error)) return { outcome: 'refused' };
    return { outcome: 'thrown', detail: (error as Error).stack ?? String(error) };
  }
}

/** A text, at any depth, that could act on a terminal. */
function findUnsafe(value: unknown): string | undefined {
  let unsafe: string | undefined;
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string' && stripText(inner) !== inner) unsafe ??= inner;
    return inner;
  });
  return unsafe;
}

/** Bytes. What the system counts for a process as a whole begins with what its parent had. */
function peak(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
