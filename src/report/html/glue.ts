const IN_NUMBERS = /(?<=\d) (?=[%×]|(?:h|min)\b)|(?<=\d h) (?=\d\d\b)/g;
const IN_DAYS = /(?<=\d) (?=[A-Z][a-z]{2} \d{4})|(?<=\d [A-Z][a-z]{2}) (?=\d{4})/g;

/** A sentence of ours in which no line breaks within `82 %`, `1 h 20` or `7 Dec 2026`. */
export function glue(text: string): string {
  // Months first: their years need the space before them as it was.
  return text.replaceAll(IN_DAYS, '\u00a0').replaceAll(IN_NUMBERS, '\u00a0');
}
