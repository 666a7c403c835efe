import type { CloudClient } from "@/lib/server/clouds/operation";
import type {
  MappedEvent,
  PageRequest,
  RejectedRecord,
  Source,
  SourcePage,
} from "@/lib/server/sources/source";
import { mappedEvent } from "../event-factory";

/** A row of the pretended cloud. `version` tells its states apart. */
export type ListedRow = {
  readonly key: string;
  readonly at: number;
  readonly version?: number;
  readonly rejected?: boolean;
};

type Options = Partial<Pick<Source, "lists" | "identity" | "pageSize">> & {
  readonly order?: "newest-first" | "oldest-first";
};

const rawOf = (row: ListedRow) => JSON.stringify(row);

/** A cloud's list over rows that tests may change at any moment: the outer world of the sync. */
export class ListedCloud {
  rows: ListedRow[] = [];
  calls: PageRequest[] = [];
  /** Called before a page is cut: the rows may be changed, or an error thrown. */
  beforePage: (request: PageRequest) => void | Promise<void> = () => {};
  /** Falsifies an honest answer. */
  falsify: (page: SourcePage, request: PageRequest) => SourcePage = (page) => page;
  readonly source: Source;

  constructor(private readonly options: Options = {}) {
    this.source = {
      id: options.identity === "content" ? "hss-rasp" : "waf-threat",
      product: options.identity === "content" ? "hss" : "waf",
      lists: options.lists ?? ["all"],
      identity: options.identity ?? "upstream",
      pageSize: options.pageSize ?? 10,
      readPage: (_client, request) => this.readPage(request),
      describe: () => {
        throw new Error("The sync describes nothing.");
      },
      readLive: async () => [],
      readHistory: null,
      statusWriter: null,
    };
  }

  /** The sync hands the client to the source only; this source needs none. */
  readonly client: CloudClient = {
    call: async () => {
      throw new Error("The sync calls no operation itself.");
    },
  };

  /** The events that a complete copy holds, by key. */
  expected(): Map<string, string> {
    return new Map(this.rows.filter((row) => !row.rejected).map((row) => [row.key, rawOf(row)]));
  }

  private async readPage(request: PageRequest): Promise<SourcePage> {
    this.calls.push(request);
    await this.beforePage(request);
    const sign = this.options.order === "oldest-first" ? 1 : -1;
    const matching = this.rows
      .filter((row) => row.at >= request.from.getTime() && row.at < request.to.getTime())
      .toSorted((a, b) => sign * (a.at - b.at) || (a.key < b.key ? -1 : 1));
    const start = (request.page - 1) * this.source.pageSize;
    return this.falsify(
      this.pageOf(matching.slice(start, start + this.source.pageSize), matching.length),
      request,
    );
  }

  /** A page as a source would give it. */
  pageOf(rows: readonly ListedRow[], total: number): SourcePage {
    const events: MappedEvent[] = [];
    const rejected: RejectedRecord[] = [];
    for (const row of rows) {
      if (row.rejected) rejected.push({ raw: rawOf(row), reason: "EventId is missing." });
      else
        events.push(
          mappedEvent({ upstreamKey: row.key, raw: rawOf(row), lastSeenAt: new Date(row.at).toISOString() }),
        );
    }
    return { events, rejected, total, rows: rows.length };
  }
}
