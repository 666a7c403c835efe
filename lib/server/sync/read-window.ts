import type { CloudClient } from "@/lib/server/clouds/operation";
import type { Source } from "@/lib/server/sources/source";
import type { ListReader } from "./list-reader";
import type { Forecast } from "./newest-slice";
import type { Pace } from "./pace";
import { type NewestRead, type RangeLimit, readNewest } from "./read-newest";
import type { Span } from "./span";
import { storePage } from "./store-page";
import type { SyncStore } from "./sync-store";

/** A window with more rows than this is split, however large the pages are. */
const MOST_ROWS = 2_000;

/** A window that could not be read to its end; what its pages held until then is stored. */
export class WindowError extends Error {
  override readonly name = "WindowError";

  constructor(
    readonly list: string,
    readonly span: Span,
    options: { readonly cause: unknown },
  ) {
    super(`A window of the list "${list}" could not be read.`, options);
  }
}

export type WindowRequest = {
  readonly source: Source;
  readonly client: CloudClient;
  readonly store: SyncStore;
  readonly pace: Pace;
  readonly list: string;
  readonly span: Span;
  /** The span was read before. */
  readonly again: boolean;
  readonly forecast: Forecast | null;
  readonly limit: RangeLimit;
  readonly signal: AbortSignal;
  /** Called after every stored page. */
  readonly onPage: (window: Span, rows: number, total: number) => Promise<void>;
};

/**
 * Reads the newest window of a span and stores it page by page.
 * @returns how it ended, and how many calls it took.
 * @throws WindowError naming the window whose page failed.
 */
export async function readWindow(request: WindowRequest): Promise<NewestRead & { readonly calls: number }> {
  const { source, client, store, pace, list, signal } = request;
  let calls = 0;
  let reading = request.span;
  const reader: ListReader = {
    identity: source.identity,
    pageSize: source.pageSize,
    parallelPages: pace.parallelPages,
    async readPage(span, page) {
      signal.throwIfAborted();
      calls += 1;
      reading = span;
      const answer = await source.readPage(client, {
        list,
        from: new Date(span.from),
        to: new Date(span.to),
        page,
        again: request.again,
        stored: (keys) => store.storedRaw(keys),
        signal,
        priority: "background",
      });
      await storePage(store, source, answer);
      await request.onPage(span, answer.rows, answer.total);
      return answer;
    },
    store: (events) => storePage(store, source, { events, rejected: [] }),
  };
  const target = Math.min(MOST_ROWS, pace.targetPages * source.pageSize);
  try {
    return { ...(await readNewest(reader, request.span, request.forecast, target, request.limit)), calls };
  } catch (error) {
    throw new WindowError(list, reading, { cause: error });
  }
}
