import { html, type Markup } from './markup.ts';

/** What the colours of a chart mean: each key stays with its words where the line breaks. */
export function legend(keys: readonly (readonly [key: string, words: string])[], of = ''): Markup {
  const pairs = keys.map(
    ([key, words]) => html`<span><span class="key ${key}"></span>${words}</span>`,
  );
  return html`<p class="legend">${of === '' ? null : html`<span>${of}</span>`}${pairs}</p>`;
}
