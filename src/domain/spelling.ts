import { distance } from 'fastest-levenshtein';

/**
 * The candidates nearest to a misspelt word by edit distance, best first, at most `count`.
 * Only those within a third of the word's length (at least 2 edits) are worth offering;
 * a candidate that contains the word, or the other way round, always is.
 */
export function nearest(word: string, candidates: Iterable<string>, count = 1): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const contains =
      wanted.length >= 3 && other.length >= 3 && (other.includes(wanted) || wanted.includes(other));
    const edits = distance(wanted, other);
    if (contains) scored.push({ candidate, score: Math.min(edits, limit) });
    else if (edits <= limit) scored.push({ candidate, score: edits });
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, count).map((s) => s.candidate);
}

/** `Did you mean x?` or `Did you mean x, y or z?`; empty for no candidates. */
export function didYouMean(candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const last = candidates.at(-1);
  const list = candidates.length === 1 ? last : `${candidates.slice(0, -1).join(', ')} or ${last}`;
  return `Did you mean ${list}?`;
}
