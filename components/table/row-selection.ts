/** Rows picked by hand, and the row from which a range is counted. */
export type RowSelection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null };

export const NO_ROWS: RowSelection = { ids: new Set(), anchor: null };

/** With the row picked, or no longer; ranges start there from now on. */
export function toggleRow({ ids }: RowSelection, id: string): RowSelection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** With all rows from the last one touched to this one, in the order of the list. */
export function selectRange(selection: RowSelection, order: readonly string[], id: string): RowSelection {
  const to = order.indexOf(id);
  const anchored = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const from = anchored === -1 ? to : anchored;
  if (to === -1) return selection;
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: order[from] ?? id };
}

/** With exactly these rows. */
export function selectRows(ids: readonly string[]): RowSelection {
  return { ids: new Set(ids), anchor: ids.at(-1) ?? null };
}
