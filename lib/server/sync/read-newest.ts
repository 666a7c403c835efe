import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { ListReader } from "./list-reader";
import { type Forecast, forecastRest, measured, NARROWEST, newestSlice } from "./newest-slice";
import { type Span, widthOf } from "./span";
import { type Walk, walkWindow } from "./walk-window";

/** A window may hold half as much again as it should: splitting it further would cost more than it saves. */
const TOLERANCE = 1.5;

/** The longest range that a cloud accepts, milliseconds; Infinity until it refuses one. */
export type RangeLimit = { ms: number };
/** A cloud that refuses even this has another objection. */
const SHORTEST_LIMIT = 3_600_000;

/** A walked window and what to expect of the older rest of the span; null where nothing is known of it. */
export type NewestRead = { readonly walk: Walk; readonly rest: Forecast | null };

/**
 * Reads the newest window of a span: all of it when it holds little (an empty year is one call), otherwise a
 * slice as wide as the announced total suggests, and narrower again where the rows crowd.
 *
 * Splitting must help: if a slice and the rest together announce far more than the span did, the cloud
 * ignores the range (or the same long events lie in both), and the span is walked whole.
 *
 * No document names the longest range that may be asked for. A range that is refused is halved.
 * @param forecast what an earlier call left behind; null where nothing is known.
 * @param target rows that a window should hold.
 * @param limit the longest range known to be accepted; learnt here.
 */
export async function readNewest(
  list: ListReader,
  span: Span,
  forecast: Forecast | null,
  target: number,
  limit: RangeLimit,
): Promise<NewestRead> {
  const known = limit.ms;
  for (;;) {
    const from = Math.max(span.from, span.to - limit.ms);
    const isWhole = from === span.from;
    try {
      const read = await readPart(list, { from, to: span.to }, isWhole ? forecast : null, target);
      return isWhole ? read : { ...read, rest: null };
    } catch (error) {
      const tooLong = error instanceof CloudError && error.kind === "invalid";
      if (tooLong && span.to - from > SHORTEST_LIMIT) {
        limit.ms = Math.ceil((span.to - from) / 2 / NARROWEST) * NARROWEST;
        continue;
      }
      // Not the length of the range was wrong.
      limit.ms = known;
      throw error;
    }
  }
}

async function readPart(
  list: ListReader,
  span: Span,
  forecast: Forecast | null,
  target: number,
): Promise<NewestRead> {
  const most = target * TOLERANCE;
  const isNarrow = (window: Span) => widthOf(window) <= NARROWEST;
  let whole = span;
  let expected = forecast;
  let isMeasured = false;
  let spanRows = forecast?.rows ?? 0;
  const restOf = (walk: Walk): NewestRead => ({
    walk,
    rest: forecastRest(spanRows, walk.span, walk.announced, target),
  });
  for (;;) {
    if (expected === null || expected.rows <= most || isNarrow(whole)) {
      const page = await list.readPage(whole, 1);
      expected = measured(page.total);
      isMeasured = true;
      if (whole === span) spanRows = page.total;
      if (page.total <= most || isNarrow(whole)) return restOf(await walkWindow(list, whole, page));
    }
    const slice = newestSlice(whole, expected, target);
    const page = await list.readPage(slice, 1);
    if (page.total <= most) return restOf(await walkWindow(list, slice, page));
    if (isMeasured) {
      const rest = await list.readPage({ from: whole.from, to: slice.from }, 1);
      if (page.total + rest.total > expected.rows * TOLERANCE) return restOf(await walkWindow(list, whole));
      if (isNarrow(slice)) return restOf(await walkWindow(list, slice, page));
    }
    // A forecast is too vague to judge by: count a narrow slice's surroundings first.
    if (isNarrow(slice)) {
      expected = null;
    } else {
      whole = slice;
      expected = measured(page.total);
      isMeasured = true;
    }
  }
}
