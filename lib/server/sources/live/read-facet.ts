import type { z } from "zod";
import type { LiveFacet } from "@/lib/api/event-detail";
import type { Clock } from "@/lib/server/clock";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { plainValue } from "@/lib/server/clouds/record-text";
import { failureReason } from "./failure-reason";

type FacetValue = z.infer<z.ZodJSONSchema>;

/** The JSON value of a facet: numbers that would lose digits as text, what is no JSON as null. */
function facetValue(value: unknown): FacetValue {
  const plain: FacetValue = JSON.parse(JSON.stringify(plainValue(value)) ?? "null");
  return plain;
}

/**
 * Reads one facet. A cloud's failure makes it unavailable, with the reason; the other facets still come.
 *
 * @throws whatever is no CloudError, and a CloudError `cancelled`: nobody waits any more.
 */
export async function readFacet(
  name: string,
  clock: Clock,
  read: () => Promise<unknown>,
): Promise<LiveFacet> {
  try {
    const value = facetValue(await read());
    return { name, state: "live", readAt: clock().toISOString(), reason: null, value };
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind === "cancelled") throw error;
    return { name, state: "unavailable", readAt: null, reason: failureReason(error), value: null };
  }
}
