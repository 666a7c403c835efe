import type { EventDetail, LiveFacet } from "@/lib/api/event-detail";
import type { MappedEvent, RejectedRecord, StoredRecord } from "@/lib/events/event-record";
import type { Product, SourceId } from "@/lib/events/source-id";
import type { Status } from "@/lib/events/status";
import type { CallPriority, CloudClient } from "@/lib/server/clouds/operation";
import type { CloudStatus } from "./mapping/status-words";
import type { Secrets } from "./samples/sample";

export type { MappedEvent, RejectedRecord, StoredRecord };

/** One page of one list. */
export type SourcePage = {
  readonly events: readonly MappedEvent[];
  readonly rejected: readonly RejectedRecord[];
  /** The number of matching rows that the cloud announces; may be wrong, may change between pages. */
  readonly total: number;
  /** Rows the page held, mapped or not. */
  readonly rows: number;
};

export type PageRequest = {
  /** One of the source's `lists`. */
  readonly list: string;
  /** Inclusive. */
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  /** 1-based. */
  readonly page: number;
  /** The page belongs to the reading of everything once more: what is stored need not be believed for ever. */
  readonly again?: boolean;
  /** The raw text of those of the records that the index holds already, by `upstreamKey`. */
  readonly stored: (upstreamKeys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly signal: AbortSignal;
  readonly priority: CallPriority;
};

/** One status change, as the cloud recorded it. */
export type CloudOperationRecord = {
  /** The beginning of 1970 where the cloud tells no usable time. */
  readonly at: string;
  readonly userId: string;
  readonly from: string | null;
  readonly to: string;
  readonly note: string | null;
  readonly origin: "cloud-console" | "cloud-system";
  readonly raw: string;
};

/** One status for several events of one group. */
export type StatusWrite = {
  readonly group: string;
  readonly upstreamIds: readonly string[];
  readonly status: Status;
  readonly note: string;
};

/** Writes the handling status back to the cloud, and looks what the cloud has. */
export interface StatusWriter {
  /** Most events in one call. */
  readonly batchSize: number;
  /** Characters that the cloud's note takes. */
  readonly longestNote: number;
  /** Events of one group may go into one call. */
  groupOf(upstreamKey: string): string;
  /** @throws CloudError. A time-out leaves open whether the cloud has carried it out. */
  write(client: CloudClient, write: StatusWrite, signal: AbortSignal): Promise<void>;
  /**
   * The status as the cloud has it; null when it knows no such event.
   * @param event `from` and `to` (exclusive) enclose it: no cloud says which window it assumes by itself.
   * @throws CloudError
   */
  readStatus(
    client: CloudClient,
    event: { readonly group: string; readonly upstreamId: string; readonly from: Date; readonly to: Date },
    signal: AbortSignal,
  ): Promise<CloudStatus | null>;
}

/** One upstream event list: how to read it and what its records mean. Knows neither database nor Next. */
export interface Source {
  readonly id: SourceId;
  readonly product: Product;
  /** The lists to walk; API security has one per scope (`ip`, `account`). */
  readonly lists: readonly string[];
  /** Whether records carry an id of their own, or are told apart by their content. */
  readonly identity: "upstream" | "content";
  /** Rows asked for per page: the documented maximum, or a proven value where none is documented. */
  readonly pageSize: number;
  readPage(client: CloudClient, request: PageRequest): Promise<SourcePage>;
  /** The stored record as detail, without any call; secrets in samples are masked unless asked for. */
  describe(record: StoredRecord, secrets?: Secrets): EventDetail;
  /** Facets read on demand; a facet that fails is returned as unavailable, with its reason. */
  readLive(client: CloudClient, record: StoredRecord, signal: AbortSignal): Promise<readonly LiveFacet[]>;
  /** The cloud's own history; `null` where the product keeps none. */
  readonly readHistory:
    | ((
        client: CloudClient,
        record: { readonly event: Pick<StoredRecord["event"], "upstreamId"> },
        signal: AbortSignal,
        priority?: CallPriority,
      ) => Promise<readonly CloudOperationRecord[]>)
    | null;
  /** `null` where the product keeps no status. */
  readonly statusWriter: StatusWriter | null;
}
