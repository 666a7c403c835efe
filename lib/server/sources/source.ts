import type { AttackBucket, EventDetail, LiveFacet } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import type { Product, SourceId } from "@/lib/events/source-id";
import type { CallPriority, CloudClient } from "@/lib/server/clouds/operation";

/** A record of the cloud, mapped: everything that the index stores of it. */
export type MappedEvent = Pick<
  SecurityEvent,
  | "source"
  | "upstreamId"
  | "severity"
  | "status"
  | "statusOrigin"
  | "type"
  | "title"
  | "description"
  | "firstSeenAt"
  | "lastSeenAt"
  | "attackCount"
  | "blockedCount"
  | "outcome"
  | "attackers"
  | "target"
  | "unmapped"
> & {
  /**
   * Distinguishes the record within its connection and source; never empty. Where the source's `identity`
   * is "content" it is a fingerprint, and the sync adds a tie counter for identical rows.
   */
  readonly upstreamKey: string;
  /** The cloud kept back part of the record (a detail call failed): what the index knows better stays. */
  readonly partial: boolean;
  /** Attack counts per time bucket, sorted by time. */
  readonly attackCounts: readonly AttackBucket[];
  /** The record's JSON text exactly as it came: key order and number literals kept. */
  readonly raw: string;
};

/** A record that could not be mapped: kept with its text and the reason. */
export type RejectedRecord = { readonly raw: string; readonly reason: string };

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
  /** The raw text of those of the records that the index holds already, by `upstreamKey`. */
  readonly stored: (upstreamKeys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly signal: AbortSignal;
  readonly priority: CallPriority;
};

/** A stored record, as the detail and the history readers need it. */
export type StoredRecord = {
  readonly event: SecurityEvent;
  readonly attackCounts: readonly AttackBucket[];
  /** As stored: {@link MappedEvent.raw}. */
  readonly raw: string;
};

/** One status change, as the cloud recorded it. */
export type CloudOperationRecord = {
  readonly at: string;
  readonly userId: string;
  readonly from: string | null;
  readonly to: string;
  readonly note: string | null;
  readonly origin: "cloud-console" | "cloud-system";
  readonly raw: string;
};

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
  /** The stored record as detail, without any call. */
  describe(record: StoredRecord): EventDetail;
  /** Facets read on demand; a facet that fails is returned as unavailable, with its reason. */
  readLive(client: CloudClient, record: StoredRecord, signal: AbortSignal): Promise<readonly LiveFacet[]>;
  /** The cloud's own history; `null` where the product keeps none. */
  readonly readHistory:
    | ((
        client: CloudClient,
        record: StoredRecord,
        signal: AbortSignal,
      ) => Promise<readonly CloudOperationRecord[]>)
    | null;
}
