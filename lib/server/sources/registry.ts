import type { SourceId } from "@/lib/events/source-id";
import { createCloudFirewall } from "./cloud-firewall/cloud-firewall-source";
import { createHssRasp } from "./hss-rasp/hss-rasp-source";
import type { Source } from "./source";
import { createWafApiSecurity } from "./waf-api-security/waf-api-security-source";
import { createWafThreat } from "./waf-threat/waf-threat-source";

/** The four sources. */
export const SOURCES: Readonly<Record<SourceId, Source>> = {
  "waf-api-security": createWafApiSecurity(),
  "waf-threat": createWafThreat(),
  "cloud-firewall": createCloudFirewall(),
  "hss-rasp": createHssRasp(),
};
