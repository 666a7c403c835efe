import type { MappedEvent, SourcePage } from "@/lib/server/sources/source";
import type { Span } from "./span";

/** One upstream list, ready to be read. */
export type ListReader = {
  readonly identity: "upstream" | "content";
  readonly pageSize: number;
  readonly parallelPages: number;
  /** Reads one page (1-based) and stores what it holds, keyed by `keyEvents`, before it returns. */
  readonly readPage: (span: Span, page: number) => Promise<SourcePage>;
  /** Stores events, keyed by `keyEvents`. */
  readonly store: (events: readonly MappedEvent[]) => Promise<void>;
};
