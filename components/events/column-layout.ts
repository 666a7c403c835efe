import type { ColumnLayout } from "@/lib/api/preferences";
import { type ColumnDeclaration, EVENT_COLUMNS } from "./event-columns";

/** A column as it is laid out now. */
export type ShownColumn = ColumnDeclaration & {
  /** Pixels that the reader gave it; null for the product's own width. */
  readonly width: number | null;
};

/** What fits beside an open event. */
const BESIDE: readonly string[] = ["severity", "status", "lastSeenAt", "type"];
/** Pixels: the column of the boxes, the gap between columns, the padding at both ends. */
const BOX = 20;
const GAP = 14;
const PADDING = 32;

/** All columns in the reader's order; those that a stored layout does not name come last. */
export function orderedColumns(layout: ColumnLayout | null): ShownColumn[] {
  const rank = (id: string) => {
    const place = layout?.order.indexOf(id) ?? -1;
    return place === -1 ? EVENT_COLUMNS.length : place;
  };
  return EVENT_COLUMNS.map((column) => ({ ...column, width: layout?.widths[column.id] ?? null })).sort(
    (one, other) => rank(one.id) - rank(other.id),
  );
}

/** The columns that are not shown. */
export function hiddenColumns(layout: ColumnLayout | null): readonly string[] {
  return layout?.hidden ?? EVENT_COLUMNS.filter(({ optional }) => optional).map(({ id }) => id);
}

/** The columns to show. The event's title cannot be hidden: it leads to the event. */
export function shownColumns(layout: ColumnLayout | null, beside: boolean): ShownColumn[] {
  return orderedColumns(layout).filter(
    ({ id }) => id === "type" || (!hiddenColumns(layout).includes(id) && (!beside || BESIDE.includes(id))),
  );
}

/** A change made of the layout that is there; made twice, it changes nothing more. */
export type ColumnEdit = (layout: ColumnLayout | null) => Partial<ColumnLayout>;

/** The whole layout after a change. */
export function editedLayout(layout: ColumnLayout | null, edit: ColumnEdit): ColumnLayout {
  const whole = {
    order: orderedColumns(layout).map(({ id }) => id),
    hidden: [...hiddenColumns(layout)],
    widths: layout?.widths ?? {},
  };
  return { ...whole, ...edit(layout) };
}

/** Shows or hides one column. */
export function showColumn(id: string, shown: boolean): ColumnEdit {
  return (layout) => {
    const others = hiddenColumns(layout).filter((other) => other !== id);
    return { hidden: shown ? others : [...others, id] };
  };
}

/** Puts one column directly before or after another one. */
export function placeColumn(id: string, side: "before" | "after", other: string): ColumnEdit {
  return (layout) => ({
    order: orderedColumns(layout)
      .map((column): string => column.id)
      .filter((name) => name !== id)
      .flatMap((name) => {
        if (name !== other) return [name];
        return side === "before" ? [id, name] : [name, id];
      }),
  });
}

/** Makes one column as wide as this, in pixels. */
export function resizeColumn(id: string, width: number): ColumnEdit {
  return (layout) => ({ widths: { ...layout?.widths, [id]: width } });
}

/** The grid tracks of a row, the box for picking it first. */
export function gridTracks(columns: readonly ShownColumn[]): string {
  const tracks = columns.map(({ track, width }) => (width === null ? track : `${width}px`));
  return [`${BOX}px`, ...tracks].join(" ");
}

/** The narrowest that a row can be, in pixels. */
export function narrowestRow(columns: readonly ShownColumn[]): number {
  const widths = columns.map(({ track, width }) => width ?? Number(/\d+/.exec(track)?.[0] ?? 0));
  return widths.reduce((sum, width) => sum + width + GAP, BOX + PADDING);
}
