import type { Text, Value } from '../template.ts';
import { evaluate } from './evaluate.ts';
import { show } from './show.ts';
import type { Steps } from './values.ts';

/** The text with the values that its expressions have in `scope`. Throws NoValue. */
export function fillText(text: Text, scope: ReadonlyMap<string, Value>, steps?: Steps): string {
  if (typeof text === 'string') return text;
  return text
    .map((part) =>
      typeof part === 'string' ? part : show(evaluate(part, scope, undefined, steps)),
    )
    .join('');
}
