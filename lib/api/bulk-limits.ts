/** More events than this are changed in the background: the answer then names a job. */
export const MOST_EVENTS_AT_ONCE = 200;
/** The largest bulk change. */
export const MOST_EVENTS_IN_BULK = 100_000;
