/** Ids in one notice of changed events. */
export const MAX_NOTICED = 100;
