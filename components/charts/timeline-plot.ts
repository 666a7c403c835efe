/** The space around the bars, pixels: the chart draws and the selection lies over it by the same numbers. */
export const TIMELINE_PLOT = { top: 6, right: 8, bottom: 20, left: 40 } as const;
