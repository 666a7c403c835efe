import { type Clock, systemClock } from "@/lib/server/clock";
import type { Source } from "../source";
import { describeThreatEvent } from "./describe";
import { readThreatLive } from "./read-live";
import { readThreatPage, THREAT_PAGE_SIZE } from "./read-page";

/** WAF 3.0 threat events: DescribeThreatEvent with its detail. See docs/sources/waf-threat.md. */
export function createWafThreat(clock: Clock = systemClock): Source {
  return {
    id: "waf-threat",
    product: "waf",
    lists: ["all"],
    identity: "upstream",
    pageSize: THREAT_PAGE_SIZE,
    readPage: (client, request) => readThreatPage(client, request, clock),
    describe: describeThreatEvent,
    readLive: (client, record, signal) => readThreatLive(client, record, signal, clock),
    readHistory: null,
    statusWriter: null,
  };
}
