import type { SourceId } from "./source-id";
import { STATUSES, type Status, type StatusOrigin } from "./status";

/** What a source can do beyond being listed. */
export type Capabilities = {
  /** Who keeps the handling status. */
  readonly statusOrigin: StatusOrigin;
  /** Statuses that can be written to the cloud; the others are kept locally. */
  readonly cloudStatuses: readonly Status[];
  /** The cloud keeps a history of status changes (DescribeApisecUserOperations). */
  readonly cloudHistory: boolean;
  /** More can be read on demand than the list row holds. */
  readonly liveDetail: boolean;
  /** Attack counts per time bucket are published (AttackCntInfo). */
  readonly attackTimeline: boolean;
};

/** Capabilities per source; facts from the vendors' operation lists (see docs/sources). */
export const CAPABILITIES: Record<SourceId, Capabilities> = {
  "waf-api-security": {
    statusOrigin: "cloud",
    cloudStatuses: STATUSES.filter((status) => status !== "actioned"),
    cloudHistory: true,
    liveDetail: true,
    attackTimeline: true,
  },
  "waf-threat": {
    statusOrigin: "local",
    cloudStatuses: [],
    cloudHistory: false,
    liveDetail: true,
    attackTimeline: false,
  },
  "cloud-firewall": {
    statusOrigin: "local",
    cloudStatuses: [],
    cloudHistory: false,
    liveDetail: true,
    attackTimeline: false,
  },
  "hss-rasp": {
    statusOrigin: "local",
    cloudStatuses: [],
    cloudHistory: false,
    liveDetail: false,
    attackTimeline: false,
  },
};
