import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { SourcePage } from "@/lib/server/sources/source";
import type { ListReader } from "./list-reader";
import { settleTies } from "./settle-ties";
import type { Span } from "./span";
import { keyEvents, keyRejected } from "./tie-keys";

/** One reading of all pages of a window. */
export type Pass = {
  /** The largest number of rows that any page announced. */
  readonly announced: number;
  /** The rows that were read, told apart. */
  readonly keys: ReadonlySet<string>;
  /** No row was seen on two pages, and there are as many as were ever announced: nothing can be missing. */
  readonly complete: boolean;
};

/** What the pages of one pass have shown so far. */
class PassRecord {
  readonly pageOfKey = new Map<string, number>();
  /** Rows that stood on two pages, with the instant of those that are events. */
  readonly repeated = new Map<string, number | null>();
  announced = 0;
  latestTotal = 0;
  rows = 0;
  exhausted = false;

  constructor(private readonly list: ListReader) {}

  add(page: SourcePage, number: number): void {
    const events = keyEvents(page.events, this.list.identity);
    const keys = [
      ...events.map((event) => [event.upstreamKey, Date.parse(event.lastSeenAt)] as const),
      ...keyRejected(page.rejected).map((key) => [key, null] as const),
    ];
    let fresh = 0;
    for (const [key, instant] of keys) {
      if (this.pageOfKey.has(key)) {
        this.repeated.set(key, instant);
      } else {
        this.pageOfKey.set(key, number);
        fresh += 1;
      }
    }
    this.rows += page.rows;
    this.latestTotal = page.total;
    this.announced = Math.max(this.announced, page.total);
    if (fresh === 0) this.exhausted = true;
  }

  /** A first page that is exactly full and claims to be all may count itself only: look once more. */
  wantsMore(lastPage: SourcePage): boolean {
    if (this.exhausted) return false;
    if (this.rows < this.latestTotal) return true;
    const full = lastPage.rows >= this.list.pageSize;
    return full && (this.rows > this.latestTotal || this.rows === lastPage.rows);
  }
}

/** Reads a page beyond those announced; a cloud that refuses such a page number has none. */
async function readBeyond(list: ListReader, span: Span, number: number): Promise<SourcePage | null> {
  try {
    return await list.readPage(span, number);
  } catch (error) {
    if (error instanceof CloudError && (error.kind === "invalid" || error.kind === "not-found")) return null;
    throw error;
  }
}

/** Reads pages 2 and on, several at a time, as far as the announced total reaches; returns the next number. */
async function readAnnounced(list: ListReader, span: Span, first: SourcePage, record: PassRecord) {
  let next = 2;
  const worker = async () => {
    // A cloud may give smaller pages than it was asked for: count by what the first one held.
    while (!record.exhausted && (next - 1) * first.rows < record.latestTotal) {
      const number = next;
      next += 1;
      record.add(await list.readPage(span, number), number);
    }
  };
  const workers = Array.from({ length: first.rows > 0 ? list.parallelPages : 0 }, worker);
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return next;
}

/**
 * Reads all pages of a window once. The number of calls is bounded: a page that brings nothing new ends the
 * pass, whatever total is announced.
 * @param first page 1, where it has been read already.
 * @throws whatever `readPage` throws; pages stored until then stay.
 */
export async function readPass(list: ListReader, span: Span, first?: SourcePage): Promise<Pass> {
  const record = new PassRecord(list);
  let last: SourcePage | null = first ?? (await list.readPage(span, 1));
  record.add(last, 1);
  let next = await readAnnounced(list, span, last, record);
  while (last !== null && record.wantsMore(last)) {
    last = await readBeyond(list, span, next);
    if (last) record.add(last, next);
    next += 1;
  }
  // Where rows are missing as well, ties are no explanation.
  const ties = record.rows < record.announced ? null : await settleTies(list, record.repeated);
  const keys = new Set([...record.pageOfKey.keys(), ...(ties ?? [])]);
  return { announced: record.announced, keys, complete: ties !== null && keys.size >= record.announced };
}
