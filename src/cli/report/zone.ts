import type { Zone } from '../../domain/day.ts';

/** Minutes east of UTC, in the zone that the session settled on. */
export const zone: Zone = (instant) => -new Date(instant).getTimezoneOffset();
