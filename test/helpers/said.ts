/** What was said, whatever the width of the screen it was wrapped to. */
export function said(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
