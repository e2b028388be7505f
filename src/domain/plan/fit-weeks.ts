import { type PhaseOutline, sum, type Tier } from '../path/path.ts';

/** What may be left out, first to last: never what is essential. */
export const LEFT_OUT_FIRST: Tier[] = ['advanced', 'helpful'];

/**
 * Topics of a phase to leave out so that the rest fits into `weeks` at `pace` hours a week:
 * advanced ones first, then helpful ones, the last of the phase before the first. Essential topics
 * are never among them.
 */
export function topicsToLeaveOut(phase: PhaseOutline, weeks: number, pace: number): string[] {
  const room = weeks * pace;
  let hours = sum(phase.topics.map((topic) => topic.hours));
  const out: string[] = [];
  for (const tier of LEFT_OUT_FIRST) {
    for (const topic of phase.topics.filter((other) => other.tier === tier).reverse()) {
      if (hours <= room) return out;
      out.push(topic.id);
      hours -= topic.hours;
    }
  }
  return out;
}
