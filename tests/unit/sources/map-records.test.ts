import { expect, it } from "vitest";
import { mapRecords, recordText } from "@/lib/server/sources/mapping/map-records";
import { UnreadableRecord } from "@/lib/server/sources/wire/record-reader";
import { mappedEvent } from "@/tests/support/event-factory";

it("whatever goes wrong with one record, the others of its page are kept, and the reason quotes nothing of it", () => {
  const { events, rejected } = mapRecords(
    ["good", "unreadable", "surprising"].map(recordText),
    ({ value }) => {
      if (value === "unreadable") throw new UnreadableRecord("EventId is missing.");
      if (value === "surprising") throw new RangeError(`too deep: ${value}`);
      return mappedEvent({ upstreamKey: String(value) });
    },
  );
  expect(events.map(({ upstreamKey }) => upstreamKey)).toEqual(["good"]);
  expect(rejected.map(({ reason }) => reason)).toEqual([
    "EventId is missing.",
    "The record could not be mapped (RangeError).",
  ]);
});
