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
