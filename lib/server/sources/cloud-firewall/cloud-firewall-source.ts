import { type Clock, systemClock } from "@/lib/server/clock";
import { FIREWALL_TYPES } from "@/lib/server/clouds/cloud-firewall/cloud-firewall-operation";
import type { Source } from "../source";
import { describeRiskEvent } from "./describe";
import { readFirewallLive } from "./read-live";
import { FIREWALL_PAGE_SIZE, type Lang, readFirewallPage } from "./read-page";
import { SlowPlaces } from "./slow-places";

/**
 * Cloud Firewall: DescribeRiskEventGroup of both firewall types. See docs/sources/cloud-firewall.md.
 *
 * @param lang language of the cloud's texts; the console is English, the cloud's own default is Chinese.
 */
export function createCloudFirewall({
  lang = "en",
  clock = systemClock,
}: {
  lang?: Lang;
  clock?: Clock;
} = {}): Source {
  const reading = { lang, slowPlaces: new SlowPlaces(clock) };
  return {
    id: "cloud-firewall",
    product: "cloud-firewall",
    lists: FIREWALL_TYPES,
    identity: "upstream",
    pageSize: FIREWALL_PAGE_SIZE,
    readPage: (client, request) => readFirewallPage(client, request, reading),
    describe: describeRiskEvent,
    readLive: (client, record, signal) => readFirewallLive(client, record, signal, clock),
    readHistory: null,
    statusWriter: null,
  };
}
