import { queueHref } from "@/components/events/queue-href";

/** Filters worth a word of their own: the queue's URL parameters that each sets, by the key of its text. */
export const QUICK_FILTERS = {
  critical: { severity: "critical" },
  severe: { severity: "critical,high" },
  open: { status: "toBeConfirmed,confirmed" },
  notBlocked: { outcome: "not-blocked,partly-blocked" },
  unassigned: { assignee: "none" },
  lastHour: { from: "-1h", to: null },
  lastDay: { from: "-24h", to: null },
  lastWeek: { from: "-7d", to: null },
} as const satisfies Record<string, Readonly<Record<string, string | null>>>;

export type QuickFilter = keyof typeof QUICK_FILTERS;

function isQuickFilter(key: string): key is QuickFilter {
  return key in QUICK_FILTERS;
}

export const QUICK_FILTER_IDS: readonly QuickFilter[] = Object.keys(QUICK_FILTERS).filter(isQuickFilter);

/**
 * The queue's address with some parameters set anew, the others as they are.
 * @param current the parameters of the queue if it is what is shown, else none.
 * @param changes null takes a parameter away.
 */
export function narrowedQueue(
  current: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const params = new URLSearchParams(current);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  return queueHref(params.toString());
}
