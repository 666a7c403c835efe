import { type Span, widthOf } from "./span";

/** No window is made narrower than the coarsest unit that the clouds count in: one second. */
export const NARROWEST = 1_000;

/**
 * What is expected of a span before it is read: how many rows it holds, and how wide its newest slice should
 * be (null: as if the rows were spread evenly). Only widths are decided by it, never whether something is read.
 */
export type Forecast = { readonly rows: number; readonly sliceWidth: number | null };

export const measured = (rows: number): Forecast => ({ rows, sliceWidth: null });

/** The newest part of a span that should hold about `target` rows, on whole seconds; narrower than the span. */
export function newestSlice(span: Span, forecast: Forecast, target: number): Span {
  const wanted = forecast.sliceWidth ?? (widthOf(span) * target) / Math.max(forecast.rows, 1);
  const from = Math.floor((span.to - Math.max(wanted, NARROWEST)) / NARROWEST) * NARROWEST;
  const narrowest = Math.floor((span.to - 1) / NARROWEST) * NARROWEST;
  return { from: Math.min(Math.max(from, span.from + NARROWEST), narrowest), to: span.to };
}

/** How much wider the next slice is made after one that was almost empty. */
const WIDENING = 4;

/** What to expect of the rest of a span of `rows` rows once its newest slice has been read. */
export function forecastRest(rows: number, slice: Span, sliceRows: number, target: number): Forecast {
  // Events come in bursts: the slice beside this one is more like it than like the whole span.
  const sliceWidth = widthOf(slice) * (sliceRows < target / 2 ? WIDENING : target / sliceRows);
  return { rows: Math.max(0, rows - sliceRows), sliceWidth };
}
