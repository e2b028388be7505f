import type { Event, EventBodies, EventKind } from '../../src/domain/event/event.ts';

/** What happened, for tests: `happened('skipped', 'math', {}, { day: '2026-12-07' })`. */
export function happened<K extends EventKind>(
  kind: K,
  ref: string | null,
  body: EventBodies[K],
  when: { at?: number; day?: string } = {},
): Event {
  const { at = 0, day = '2026-12-07' } = when;
  const whose = { id: 'e', change: 'e', device: 'd', path: 'test-path' };
  return { ...whose, kind, ref, body, at, day } as Event;
}
