import { z } from "zod";
import type { EventDetail, LiveFacet } from "@/lib/api/event-detail";
import { maskJson } from "../samples/mask-json";
import type { Secrets } from "../samples/sample";
import { attackCounts } from "../waf-api-security/attack-counts";
import { messageSample } from "../waf-api-security/message-sample";

const facetSchema = z.json().nullable();

/** The facet without secrets. Its value is plain JSON, and masking keeps it so. */
function masked(facet: LiveFacet): LiveFacet {
  return { ...facet, value: facetSchema.parse(maskJson(facet.value)) };
}

/**
 * The detail with its live facets. The list's AttackCntInfo, RequestData and ResponseData are deprecated and
 * may come empty: the facets `cnt_info`, `request_data` and `response_data` then take their place, as far as
 * their undocumented shape can be read.
 */
export function withLive(
  detail: EventDetail,
  live: readonly LiveFacet[],
  secrets: Secrets = "masked",
): EventDetail {
  const facetValue = (name: string) => live.find((facet) => facet.name === name)?.value ?? null;
  const buckets = attackCounts(facetValue("cnt_info"), () => undefined);
  const samples = (["request", "response"] as const).flatMap((kind) => {
    const listed = detail.samples.filter((sample) => sample.kind === kind);
    return listed.length > 0 ? listed : messageSample(kind, facetValue(`${kind}_data`), secrets);
  });
  return {
    ...detail,
    attackCounts: detail.attackCounts.length > 0 ? detail.attackCounts : buckets,
    samples: [...samples, ...detail.samples.filter(({ kind }) => kind !== "request" && kind !== "response")],
    live: secrets === "shown" ? [...live] : live.map(masked),
  };
}
