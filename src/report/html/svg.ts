import { html, type Markup } from './markup.ts';

/** Pieces that all charts share. Coordinates are user units; one is about a pixel at 720 wide. */

export const WIDTH = 720;

/** A drawing that scales with its place. Its numbers are told by the table behind it, its gist by `label`. */
export function svg(width: number, height: number, label: string, content: Markup): Markup {
  return html`<div class="chart" tabindex="0" role="group" aria-label="${label}"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" preserveAspectRatio="xMinYMin meet">
${content}</svg></div>`;
}

/** One decimal is finer than any screen here. */
export function n(value: number): number {
  return Math.round(value * 10) / 10;
}

interface TextPlace {
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  kind?: 'tick' | 'label' | 'strong';
}

export function text(value: string, { x, y, anchor = 'start', kind = 'tick' }: TextPlace): Markup {
  return html`<text x="${n(x)}" y="${n(y)}" class="${kind}" text-anchor="${anchor}">${value}</text>`;
}

/** `tip` is shown when the mark is pointed at. */
export function rect(
  place: { x: number; y: number; width: number; height: number },
  kind: string,
  tip?: string,
): Markup {
  const { x, y, width, height } = place;
  return html`<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" class="${kind}"${tipOf(tip)}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): Markup {
  return html`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" class="${kind}"/>`;
}

export function path(d: string | null, kind: string): Markup {
  return html`<path d="${(d ?? '').replaceAll(/\d+\.\d+/g, (x) => `${n(Number(x))}`)}" class="${kind}"/>`;
}

export function tipOf(tip: string | undefined): Markup | string {
  return tip === undefined ? '' : html` data-tip="${tip}"`;
}
