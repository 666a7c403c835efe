import { CloudError } from "@/lib/server/clouds/cloud-error";
import { describeRiskEventGroup } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-group";
import type { CloudAnswer, CloudClient } from "@/lib/server/clouds/operation";
import { mapRecords } from "../mapping/map-records";
import { pageRecords } from "../mapping/page-records";
import type { PageRequest, SourcePage } from "../source";
import { secondsFrom, secondsTo } from "../wire/vendor-seconds";
import { mapRiskEvent } from "./map-event";
import type { SlowPlaces } from "./slow-places";

/** Language of names, descriptions and places. */
export type Lang = "en" | "zh";

export const FIREWALL_PAGE_SIZE = describeRiskEventGroup.maxPageSize;

const EMPTY_PAGE: SourcePage = { events: [], rejected: [], total: 0, rows: 0 };

type Answer = CloudAnswer<unknown> & { readonly places: "told" | "left-out" };

/** How a page is asked for, beside what it holds. */
export type FirewallReading = { readonly lang: Lang; readonly slowPlaces: SlowPlaces };

/**
 * Newest activity first: new activity moves an event to the front, which repeats a row at a page boundary
 * but never skips one. Places cost the cloud time; it advises to leave them out where it times out.
 */
async function callWithPlaces(
  client: CloudClient,
  { list, from, to, page, signal, priority }: PageRequest,
  { lang, slowPlaces }: FirewallReading,
): Promise<Answer> {
  const parameters = {
    StartTime: String(secondsFrom(from)),
    EndTime: String(secondsTo(to)),
    DataType: "session",
    Lang: lang,
    FirewallType: list,
    Sort: "LastTime",
    Order: "desc",
    PageSize: String(FIREWALL_PAGE_SIZE),
    CurrentPage: String(page),
  };
  if (!slowPlaces.has(client)) {
    try {
      const located = { ...parameters, NoLocation: "false" };
      const options = { signal, priority, timeoutEnds: true };
      return { ...(await client.call(describeRiskEventGroup, located, options)), places: "told" };
    } catch (error) {
      if (!(error instanceof CloudError) || error.kind !== "timeout" || signal.aborted) throw error;
      slowPlaces.note(client);
    }
  }
  const without = { ...parameters, NoLocation: "true" };
  const answer = await client.call(describeRiskEventGroup, without, { signal, priority });
  return { ...answer, places: "left-out" };
}

/** Accounts without VPC firewalls have no second list, which is no failure of the source. */
function hasNoVpcFirewall(list: string, error: unknown): boolean {
  return (
    list === "VpcFirewall" &&
    error instanceof CloudError &&
    (error.facts.code === "ErrorFirewallType" || error.kind === "denied")
  );
}

/** One page of DescribeRiskEventGroup of one firewall type. */
export async function readFirewallPage(
  client: CloudClient,
  request: PageRequest,
  reading: FirewallReading,
): Promise<SourcePage> {
  let answer: Answer;
  try {
    answer = await callWithPlaces(client, request, reading);
  } catch (error) {
    if (hasNoVpcFirewall(request.list, error)) return EMPTY_PAGE;
    throw error;
  }
  const { records, total } = pageRecords("DescribeRiskEventGroup", answer, {
    list: "DataList",
    total: "TotalCount",
  });
  const { places } = answer;
  return { ...mapRecords(records, (record) => mapRiskEvent(record, places)), total, rows: records.length };
}
