/** What the timeline adds up. */
export const TIMELINE_MEASURES = ["events", "attacks"] as const;
export type TimelineMeasure = (typeof TIMELINE_MEASURES)[number];
