import type { Issue } from '../../content/issue.ts';
import type { Theme } from '../output.ts';
import { cut, indent, plural } from './text.ts';

/** Problems of path files, each with its line, a mark under the fault and what to do. */
export function renderIssues(issues: readonly Issue[], theme: Theme, columns: number): string {
  const width = Math.min(columns, 120);
  return issues.map((issue) => renderIssue(issue, theme, width)).join('\n\n');
}

function renderIssue(issue: Issue, theme: Theme, width: number): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`;
  const word = issue.level === 'error' ? theme.trouble('error') : theme.due('warning');
  const lines = [`  ${theme.strong(place)}  ${word}`];
  if (issue.excerpt) lines.push(...renderExcerpt(issue, issue.excerpt, width));
  lines.push(indent([`${issue.message}.`, issue.hint].filter(Boolean).join(' '), 4, width));
  return lines.join('\n');
}

/** The line at fault, cut to the screen around the fault, and a mark below it. */
function renderExcerpt(issue: Issue, excerpt: NonNullable<Issue['excerpt']>, width: number) {
  const text = excerpt.text.replaceAll('\t', ' ').replaceAll(/\p{Cc}|\p{Cf}/gu, '·');
  const leading = text.length - text.trimStart().length;
  const room = width - 8;
  const column = issue.column - 1 - leading;
  const from = column > room / 2 ? column - Math.floor(room / 3) : 0;
  const line = (from > 0 ? '…' : '') + text.trim().slice(from);
  const before = column - from + (from > 0 ? 1 : 0);
  const mark = ' '.repeat(Math.max(0, before)) + '^'.repeat(excerpt.width);
  return [`    ${cut(line, room)}`, `    ${mark.slice(0, room)}`];
}

export function sayCounts(issues: readonly Issue[], files: number): string {
  const errors = issues.filter((issue) => issue.level === 'error').length;
  const warnings = issues.length - errors;
  const where = `in ${plural(files, 'file')}`;
  if (issues.length === 0) return `No problems ${where}.`;
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')} ${where}.`;
}
