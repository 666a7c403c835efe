import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { describeThreatEvent } from "@/lib/server/clouds/waf/describe-threat-event";
import { mapRecords, type RecordText } from "../mapping/map-records";
import { pageRecords } from "../mapping/page-records";
import type { PageRequest, SourcePage } from "../source";
import { wireObject } from "../wire/wire-object";
import { wireText } from "../wire/wire-text";
import { mapThreatEvent } from "./map-event";
import { isReadAgain } from "./read-again";
import { readDetails } from "./read-details";
import { threatParts } from "./threat-record";

export const THREAT_PAGE_SIZE = describeThreatEvent.maxPageSize;

const eventIdOf = ({ value }: RecordText) => wireText(wireObject(value)?.EventId);

/** The stored details of rows that have not changed since: they need no call. */
async function storedDetails(
  rows: readonly RecordText[],
  { stored }: PageRequest,
): Promise<Map<string, RecordText>> {
  const known = await stored(rows.map(eventIdOf).filter((id) => id !== null));
  const details = new Map<string, RecordText>();
  for (const row of rows) {
    const id = eventIdOf(row);
    const raw = id === null ? undefined : known.get(id);
    if (id === null || raw === undefined) continue;
    const parts = threatParts(raw);
    if (parts.row?.raw === row.raw && parts.detail) details.set(id, parts.detail);
  }
  return details;
}

/** One page of DescribeThreatEvent, each row with its detail: stored, read now, or missing (`partial`). */
export async function readThreatPage(
  client: CloudClient,
  request: PageRequest,
  clock: Clock,
): Promise<SourcePage> {
  const { from, to, page, signal, priority } = request;
  const answer = await client.call(
    describeThreatEvent,
    { StartTime: from.getTime(), EndTime: to.getTime(), PageNumber: page, PageSize: THREAT_PAGE_SIZE },
    { signal, priority },
  );
  const { records, total } = pageRecords("DescribeThreatEvent", answer, {
    list: "ThreatEvents",
    total: "TotalCount",
  });
  const known = await storedDetails(records, request);
  const now = clock();
  const wanted = records.flatMap((row) => {
    const id = eventIdOf(row);
    if (id === null || (known.has(id) && !(request.again && isReadAgain(id, row, now)))) return [];
    return [id];
  });
  const read = await readDetails(client, [...new Set(wanted)], request);
  const threats = records.map((row) => {
    const id = eventIdOf(row) ?? "";
    return { ...row, row, detail: read.get(id) ?? known.get(id) ?? null };
  });
  return { ...mapRecords(threats, mapThreatEvent), total, rows: records.length };
}
