import type { SourcePage } from "@/lib/server/sources/source";
import type { ListReader } from "./list-reader";
import { type Pass, readPass } from "./read-pass";
import type { Span } from "./span";

/** A window that moves under every one of this many readings is left for later. */
const MOST_PASSES = 4;

/** How the reading of a window ended. */
export type Walk = {
  readonly span: Span;
  readonly announced: number;
  readonly received: number;
  /**
   * `complete`: every announced row was read. `short`: two readings agree that fewer rows come than are
   * announced. `unsettled`: the rows kept moving; read the window again later.
   */
  readonly result: "complete" | "short" | "unsettled";
};

const same = (one: Pass, other: Pass) =>
  one.announced === other.announced &&
  one.keys.size === other.keys.size &&
  [...one.keys].every((key) => other.keys.has(key));

/**
 * Reads a window until one reading of it is complete, at most {@link MOST_PASSES} times.
 * @param first page 1, where it has been read already.
 */
export async function walkWindow(list: ListReader, span: Span, first?: SourcePage): Promise<Walk> {
  let previous: Pass | null = null;
  for (let passes = 1; ; passes += 1) {
    const pass: Pass = await readPass(list, span, passes === 1 ? first : undefined);
    const facts = { span, announced: pass.announced, received: pass.keys.size };
    if (pass.complete) return { ...facts, result: "complete" };
    if (previous && same(previous, pass)) return { ...facts, result: "short" };
    if (passes === MOST_PASSES) return { ...facts, result: "unsettled" };
    previous = pass;
  }
}
