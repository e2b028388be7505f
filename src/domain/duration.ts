/** Minutes as people say them: `25 min`, `2 h`, `1 h 20`. Rounded to whole minutes. */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/**
 * Reads `45`, `45m`, `1h20`, `1 h 20 min`, `1:20` or `1.5h` as whole minutes; null for anything
 * else.
 */
export function parseMinutes(text: string): number | null {
  const clean = text.trim().toLowerCase().replaceAll(/\s+/g, '');
  const plain = /^(\d+)(?:m|min|mins|minutes)?$/.exec(clean);
  if (plain) return Number(plain[1]);
  const mixed = /^(\d+)(?:h|:)(\d{1,2})(?:m|min)?$/.exec(clean);
  if (mixed && Number(mixed[2]) < 60) return Number(mixed[1]) * 60 + Number(mixed[2]);
  const hours = /^(\d+(?:\.\d+)?)(?:h|hour|hours)$/.exec(clean);
  if (hours) return Math.round(Number(hours[1]) * 60);
  return null;
}
