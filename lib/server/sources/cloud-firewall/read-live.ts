import type { LiveFacet } from "@/lib/api/event-detail";
import { isInternalAddress } from "@/lib/events/address";
import type { Clock } from "@/lib/server/clock";
import { describeRiskEventPayload } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-payload";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { readFacet } from "../live/read-facet";
import { answerObject } from "../mapping/page-records";
import { storedReader } from "../mapping/stored-reader";
import { hexText } from "../samples/hex-text";
import type { StoredRecord } from "../source";
import { secondsFrom } from "../wire/vendor-seconds";
import { exactText } from "../wire/wire-text";

/** Rows do not name their firewall: traffic between two inside addresses passes the VPC firewall. */
function firewallType(raw: string): "InternetFirewall" | "VpcFirewall" {
  const row = storedReader(raw);
  const sides = [row.text("SrcIP"), row.text("DstIP")];
  return sides.every((side) => side !== null && isInternalAddress(side)) ? "VpcFirewall" : "InternetFirewall";
}

/**
 * The packet behind the event. That its UUID is the list's EventId is inferred: no document says so. The
 * hexadecimal members stay as they came, their text stands beside them in `decoded`.
 */
export async function readFirewallLive(
  client: CloudClient,
  { event, raw }: StoredRecord,
  signal: AbortSignal,
  clock: Clock,
): Promise<LiveFacet[]> {
  const first = new Date(event.firstSeenAt ?? event.lastSeenAt);
  const payload = readFacet("payload", clock, async () => {
    const answer = await client.call(
      describeRiskEventPayload,
      {
        UUID: event.upstreamId,
        StartTime: String(secondsFrom(first)),
        EndTime: String(secondsFrom(new Date(event.lastSeenAt)) + 1),
        FirewallType: firewallType(raw),
      },
      { signal, priority: "person" },
    );
    const { RequestId: _, ...members } = answerObject("DescribeRiskEventPayload", answer);
    const decoded = Object.fromEntries(
      ["Payload", "ParsedContent"].map((member) => [member, hexText(exactText(members[member]) ?? "")]),
    );
    return { ...members, decoded };
  });
  return [await payload];
}
