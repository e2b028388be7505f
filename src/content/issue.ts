import { stripText } from '../domain/strip.ts';

/** A problem in a path file: where it is, what was found, what is expected. */
export interface Issue {
  level: 'error' | 'warning';
  /** Stable, for tools: `yaml.syntax`, `key.unknown`, `ref.unknown`, … */
  code: string;
  /** As the user named the folder, with the file's name. */
  file: string;
  /** 1-based. */
  line: number;
  column: number;
  message: string;
  /** What to do about it; may be empty. */
  hint: string;
  /** The source line, and how many of its characters are at fault. */
  excerpt: { text: string; width: number } | null;
}

/** In the order in which a reader meets them, with nothing in them that could act on a terminal. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const clean = issues.map((issue) => ({
    ...issue,
    file: stripText(issue.file),
    message: stripText(issue.message),
    hint: stripText(issue.hint),
  }));
  return clean.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : 1),
  );
}
