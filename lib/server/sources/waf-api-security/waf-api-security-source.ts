import { type Clock, systemClock } from "@/lib/server/clock";
import { EVENT_SCOPES } from "@/lib/server/clouds/waf/waf-operation";
import type { Source } from "../source";
import { describeApisecEvent } from "./describe";
import { readApisecHistory } from "./read-history";
import { readApisecLive } from "./read-live";
import { APISEC_PAGE_SIZE, readApisecPage } from "./read-page";
import { apisecStatusWriter } from "./write-status";

/** WAF 3.0 API security: DescribeApisecEvents in both scopes. See docs/sources/waf-api-security.md. */
export function createWafApiSecurity(clock: Clock = systemClock): Source {
  return {
    id: "waf-api-security",
    product: "waf",
    lists: EVENT_SCOPES,
    identity: "upstream",
    pageSize: APISEC_PAGE_SIZE,
    readPage: readApisecPage,
    describe: describeApisecEvent,
    readLive: (client, record, signal) => readApisecLive(client, record, signal, clock),
    readHistory: readApisecHistory,
    statusWriter: apisecStatusWriter,
  };
}
