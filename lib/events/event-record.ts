import { z } from "zod";
import { instantSchema, type SecurityEvent } from "./event";

/** Attacks counted in one bucket of the product's own chart (AttackCntInfo). */
export const attackBucketSchema = z.object({ at: instantSchema, count: z.int() });
export type AttackBucket = z.infer<typeof attackBucketSchema>;

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
  /** What else free text finds it by: the rule that matched, the payload, weaknesses; secrets are masked. */
  readonly keywords: readonly string[];
  /** The cloud kept back part of the record (a detail call failed): what the index knows better stays. */
  readonly partial: boolean;
  /** What the cloud calls the status where that is none of ours (empty: it tells none); `status` stands for it. */
  readonly unknownStatus?: string;
  /** Attack counts per time bucket, sorted by time. */
  readonly attackCounts: readonly AttackBucket[];
  /** The record's JSON text exactly as it came: key order and number literals kept. */
  readonly raw: string;
};

/** A record that could not be mapped: kept with its text and the reason. */
export type RejectedRecord = { readonly raw: string; readonly reason: string };

/** A stored record, as the detail and the history readers need it. */
export type StoredRecord = {
  /** With all its attackers. */
  readonly event: SecurityEvent;
  readonly attackCounts: readonly AttackBucket[];
  /** As stored: {@link MappedEvent.raw}. */
  readonly raw: string;
};
