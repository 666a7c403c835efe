import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { mapRecords } from "../mapping/map-records";
import { pageRecords } from "../mapping/page-records";
import type { PageRequest, SourcePage } from "../source";
import { mapRaspEvent } from "./map-event";

export const RASP_PAGE_SIZE = listRaspEvents.maxPageSize;

/**
 * One page of ListRaspEvents. No filter word is ever sent: the cloud answers a word it does not know with an
 * empty list. offset and limit are sent always: older versions require them.
 */
export async function readRaspPage(client: CloudClient, request: PageRequest): Promise<SourcePage> {
  const { from, to, page, signal, priority } = request;
  const answer = await client.call(
    listRaspEvents,
    {
      start_time: from.getTime(),
      end_time: to.getTime(),
      offset: (page - 1) * RASP_PAGE_SIZE,
      limit: RASP_PAGE_SIZE,
    },
    { signal, priority },
  );
  const { records, total } = pageRecords("ListRaspEvents", answer, {
    list: "data_list",
    total: "total_num",
  });
  return { ...mapRecords(records, mapRaspEvent), total, rows: records.length };
}
