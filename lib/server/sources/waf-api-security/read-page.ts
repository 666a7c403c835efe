import type { CloudClient } from "@/lib/server/clouds/operation";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { mapRecords } from "../mapping/map-records";
import { pageRecords } from "../mapping/page-records";
import type { MappedEvent, PageRequest, SourcePage } from "../source";
import { secondsFrom, secondsTo } from "../wire/vendor-seconds";
import { accountKey, eventScope } from "./event-scope";
import { mapApisecEvent } from "./map-event";

/**
 * The document gives a default (10) and no maximum. A cloud that returns fewer rows than asked for costs
 * more pages, not rows: the walk goes by the rows it received.
 */
export const APISEC_PAGE_SIZE = 50;

/**
 * Gives a row of the scope `account` its key. A row that names only addresses is an event of the scope `ip`
 * that a server without EventScope repeats; so is one that the index holds unchanged under the plain id.
 */
function accountEvent(event: MappedEvent, stored: ReadonlyMap<string, string>): MappedEvent {
  const repeated = stored.get(event.upstreamKey) === event.raw;
  const namesAddressesOnly = event.attackers.length > 0 && eventScope(event) === "ip";
  return repeated || namesAddressesOnly ? event : { ...event, upstreamKey: accountKey(event.upstreamKey) };
}

/**
 * One page of DescribeApisecEvents, oldest start first: an event's start never changes and new events start
 * last, so that nothing moves across a page boundary while the pages are walked.
 */
export async function readApisecPage(client: CloudClient, request: PageRequest): Promise<SourcePage> {
  const { list, from, to, page, stored, signal, priority } = request;
  const answer = await client.call(
    describeApisecEvents,
    {
      EventScope: list,
      StartTs: secondsFrom(from),
      EndTs: secondsTo(to),
      OrderKey: "startTs",
      OrderWay: "asc",
      PageNumber: page,
      PageSize: APISEC_PAGE_SIZE,
    },
    { signal, priority },
  );
  const { records, total } = pageRecords("DescribeApisecEvents", answer, {
    list: "Data",
    total: "TotalCount",
  });
  const { events, rejected } = mapRecords(records, mapApisecEvent);
  if (list === "ip") return { events, rejected, total, rows: records.length };
  const known = await stored(events.map((event) => event.upstreamKey));
  return { events: events.map((event) => accountEvent(event, known)), rejected, total, rows: records.length };
}
