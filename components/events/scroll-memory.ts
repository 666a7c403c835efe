/** Where each view was scrolled to, for as long as the page is not reloaded. */
const positions = new Map<string, number>();

/** Where a view was left, pixels from the top. */
export function recallScroll(viewKey: string): number {
  return positions.get(viewKey) ?? 0;
}

/** Keeps where a view is left. */
export function rememberScroll(viewKey: string, offset: number): void {
  positions.set(viewKey, offset);
}

/** Which event had the focus in each view, for as long as the page is not reloaded. */
const cursors = new Map<string, string>();

/** The event that had the focus when a view was left. */
export function recallCursor(viewKey: string): string | undefined {
  return cursors.get(viewKey);
}

/** Keeps which event has the focus. */
export function rememberCursor(viewKey: string, eventId: string): void {
  cursors.set(viewKey, eventId);
}
