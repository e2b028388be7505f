import type { Clock } from '../domain/event/fold.ts';
import type { Store } from './store.ts';

/** The running clock, or null. */
export function findClock(store: Store): Clock | null {
  const body = store.db.prepare('SELECT body FROM clock').pluck().get() as string | undefined;
  return body ? (JSON.parse(body) as Clock) : null;
}
