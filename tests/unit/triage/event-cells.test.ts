import { expect, it } from "vitest";
import { cellWriter, EVENT_CELLS } from "@/lib/server/triage/export/event-cells";
import { securityEvent } from "@/tests/support/event-response";

it("a row shows the values of the cloud that are outside its documented sets, with their fields", () => {
  const unmapped = [
    { field: "EventLevel", value: "catastrophic" },
    { field: "Action", value: "ponder" },
  ];
  const cells = cellWriter("UTC")(securityEvent({ unmapped }));
  expect(cells[Object.keys(EVENT_CELLS).indexOf("unmapped")]).toBe(
    "EventLevel: catastrophic\nAction: ponder",
  );
});
