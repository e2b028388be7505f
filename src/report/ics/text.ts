import { stripText } from '../../domain/strip.ts';

/** Text of a stranger's file as one line, without characters that could act on what reads it. */
export function oneLine(text: string): string {
  return stripText(text).replaceAll(/\s+/g, ' ').trim();
}

/** Escapes a text for the places where the library does not. Source: RFC 5545, section 3.3.11. */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** The address where it is one of http or https, written in ASCII throughout; else null. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
