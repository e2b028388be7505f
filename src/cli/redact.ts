import { stripText } from '../domain/strip.ts';

/** What an error of the program says may hold pieces of what the learner wrote, up to so much. */
const LONGEST = 300;

/**
 * A text of an error as it may go into a bug report: of what was quoted nothing is left, of folders
 * and files neither, but for those of the program itself, which lies in `root`.
 */
export function withoutPrivate(text: string, root: string): string {
  return stripText(text)
    .replaceAll(/\b[a-z][\w+.-]*:\/\/[^\s)]+/gi, (url) =>
      url.startsWith(`file://${root}`) ? url.slice('file://'.length) : '<address>',
    )
    .replaceAll(root, '<llmpath>')
    .replaceAll(/"[^"\n]*"?/g, '"…"')
    .replaceAll(/(?<!\w)'[^'\n]*'/g, '"…"')
    .replaceAll(/`[^`\n]*`/g, '"…"')
    .replaceAll(/(?<![\w>])(?:~|[A-Za-z]:)?[\\/][^\s:()]*[^\n:()]*/g, '<file>')
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<address>');
}

/** The first line of what is wrong, short enough for a sentence. */
export function firstLineWithoutPrivate(text: string, root: string): string {
  return withoutPrivate(text.split('\n')[0] ?? '', root).slice(0, LONGEST);
}
