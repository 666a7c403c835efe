import { keepInTab, readTab } from "@/components/layout/tab-storage";
import type { EventSelection } from "@/lib/api/event-selection";
import type { SeenEvent } from "@/lib/api/status-change";
import type { SecurityEvent } from "@/lib/events/event";

/** An event picked by hand, as it was shown last. */
export type PickedEvent = SeenEvent & Pick<SecurityEvent, "assignee">;

/** How somebody left a view of the queue: what Back and a reload find again. */
export type LeftView = {
  /** Pixels from the top. */
  readonly scroll?: number;
  /** The row at the upper edge, and how many pixels of it were above: rows that came since do not move it. */
  readonly topRow?: { readonly id: string; readonly above: number } | null;
  /** The event that had the focus. */
  readonly cursor?: string;
  readonly picked?: readonly PickedEvent[];
  /** The picked event from which a range is counted. */
  readonly anchor?: string | null;
  /** All that matched at one moment. */
  readonly frozen?: EventSelection | null;
};

/** The name says which shape is stored: another one gets another name. */
const STORED_AS = "left-views.3";
/** The views that were left last; the others begin from their top. */
const KEPT = 20;

const views = new Map<string, LeftView>();
let storedIsRead = false;

/** How a view was left; nothing is known of a view that was not left yet. */
export function recallView(viewKey: string): LeftView {
  return views.get(viewKey) ?? {};
}

/** Keeps something of how a view is left, beside what is kept of it already. */
export function rememberView(viewKey: string, left: LeftView): void {
  const known = recallView(viewKey);
  views.delete(viewKey);
  views.set(viewKey, { ...known, ...left });
}

/**
 * Takes up what the page knew before it was reloaded or come back to. Not before the first rendering, which has
 * to be the same as the server's.
 * @param shownFirst the view that the page was opened with.
 */
export function takeUpLeftViews(shownFirst: string): void {
  if (storedIsRead) return;
  storedIsRead = true;
  window.addEventListener("pagehide", () => keepInTab(STORED_AS, JSON.stringify([...views].slice(-KEPT))));
  const [opened] = performance.getEntriesByType("navigation");
  const byLink = !(opened instanceof PerformanceNavigationTiming) || opened.type === "navigate";
  for (const [viewKey, left] of readStored()) {
    // Whoever comes by a link begins at the top; Back finds the other views.
    if (!byLink || viewKey !== shownFirst) rememberView(viewKey, left);
  }
}

function readStored(): [string, LeftView][] {
  try {
    const stored: unknown = JSON.parse(readTab(STORED_AS) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, LeftView] {
  return (
    Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "object" && entry[1] !== null
  );
}
