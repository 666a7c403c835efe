import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { addressText, networkAddress } from "../network-address";
import type { FacetRow } from "./facet-groups";
import { countEvents } from "./list-events";

/** Each is a search of its own: hundreds at once would hold the database up. */
const MOST_NETWORKS = 50;

/**
 * The rows of a facet with networks (HSS names attackers so) counted as the filter by them counts: with the events of all
 * addresses inside. Kept counts know what is named alone, and networks are few.
 */
export async function countNetworks(
  db: Database,
  filter: EventFilter,
  now: Date,
  rows: readonly FacetRow[],
): Promise<FacetRow[]> {
  const networks = new Set(
    rows.filter(({ facet, value }) => facet !== "key" && isNetwork(value)).slice(0, MOST_NETWORKS),
  );
  return Promise.all(
    rows.map(async (row) => {
      const { facet, value } = row;
      if (facet === "key" || !networks.has(row)) return row;
      const fields = { ...filter.fields, [facet]: { anyOf: [value], noneOf: [] } };
      return { ...row, count: await countEvents(db, { ...filter, fields }, now) };
    }),
  );
}

const isNetwork = (value: string): boolean => networkAddress(addressText(value))?.includes("/") === true;
