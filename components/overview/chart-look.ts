/** How axes look in all charts of the overview. */
export const CHART_AXIS = {
  tickLine: false,
  tick: { fill: "var(--wf-text-muted)", fontSize: 11 },
} as const;

/** What lies behind the bar under the pointer. */
export const CHART_CURSOR = { fill: "var(--wf-text)", fillOpacity: 0.05 } as const;
