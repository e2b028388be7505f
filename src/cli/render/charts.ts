/** Small charts of characters. Each has a form in plain ASCII that says the same. */
export interface Signs {
  /** Steps of a column in a sparkline, the lowest first. */
  steps: string;
  /** Levels of a day in a heatmap, none first. */
  levels: string;
  full: string;
  empty: string;
  dash: string;
}

export const UNICODE: Signs = {
  steps: '▁▂▃▄▅▆▇█',
  levels: '·░▒▓█',
  full: '█',
  empty: '░',
  dash: '–',
};
export const ASCII: Signs = {
  steps: '_.:-=+*#',
  levels: '.-+x#',
  full: '#',
  empty: '.',
  dash: '-',
};

/** One sign a value; nothing at all is a blank, so that it differs from a little. */
export function sparkline(values: readonly number[], { steps }: Signs): string {
  const most = Math.max(...values, 0);
  return values
    .map((value) => {
      if (value <= 0) return ' ';
      return steps[Math.min(steps.length - 1, Math.ceil((value / most) * steps.length) - 1)];
    })
    .join('');
}

/** Values summed in groups of equal size from the end, at most `most` groups. */
export function squeeze(values: readonly number[], most: number): number[] {
  const size = Math.ceil(values.length / Math.max(1, most));
  const groups: number[] = [];
  for (let end = values.length; end > 0; end -= size) {
    groups.unshift(values.slice(Math.max(0, end - size), end).reduce((sum, n) => sum + n, 0));
  }
  return groups;
}

/** A bar filled to a share; any share shows, full only when full. */
export function shareBar(share: number, width: number, { full, empty }: Signs): string {
  const filled =
    share >= 1
      ? width
      : Math.min(width - 1, share > 0 ? Math.max(1, Math.round(share * width)) : 0);
  return full.repeat(filled) + empty.repeat(width - filled);
}

/** Minutes from which on a day has each level of the heatmap after none. */
export const LEVELS = [1, 30, 60, 120];

export function levelSign(minutes: number, { levels }: Signs): string {
  return levels[LEVELS.filter((least) => minutes >= least).length] ?? ' ';
}
