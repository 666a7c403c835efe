import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import {
  LONGEST_NOTE,
  MOST_EVENT_IDS,
  modifyApisecEvents,
} from "@/lib/server/clouds/waf/modify-apisec-events";
import { pageRecords } from "../mapping/page-records";
import { cloudStatus } from "../mapping/status-words";
import type { StatusWriter } from "../source";
import { RecordReader } from "../wire/record-reader";
import { secondsFrom, secondsTo } from "../wire/vendor-seconds";
import { wireObject } from "../wire/wire-object";
import { scopeOfKey } from "./event-scope";

/**
 * ModifyApisecEvents tells nothing about the single event, so what counts is what DescribeApisecEvents says
 * afterwards. A group is an EventScope.
 */
export const apisecStatusWriter: StatusWriter = {
  batchSize: MOST_EVENT_IDS,
  longestNote: LONGEST_NOTE,
  groupOf: scopeOfKey,

  async write(client, { group, upstreamIds, status, note }, signal) {
    const parameters = { EventIds: [...upstreamIds], UserStatus: status, Note: note, EventScope: group };
    await client.call(modifyApisecEvents, parameters, { signal, priority: "background" });
  },

  async readStatus(client, { group, upstreamId, from, to }, signal) {
    const answer = await client.call(
      describeApisecEvents,
      { EventId: upstreamId, EventScope: group, StartTs: secondsFrom(from), EndTs: secondsTo(to) },
      { signal, priority: "background" },
    );
    const { records } = pageRecords("DescribeApisecEvents", answer, { list: "Data", total: "TotalCount" });
    const rows = records.map(({ value }) => new RecordReader(wireObject(value) ?? {}));
    const row = rows.find((candidate) => candidate.text("EventId") === upstreamId);
    return row === undefined ? null : cloudStatus(row, "UserStatus");
  },
};
