import { describe, expect, it } from "vitest";
import { PendingRows } from "@/components/triage/pending-rows";
import { securityEvent } from "@/tests/support/event-response";

const before = securityEvent({ id: "a", status: "toBeConfirmed", version: 3, attackCount: 5 });
const ids = new Set(["a"]);

describe("events whose change is on its way", () => {
  it("show what was ordered also when they are read again before the server has it", () => {
    const rows = new PendingRows();
    rows.begin(ids, "confirmed")(before);
    expect(rows.asOrdered({ ...before, attackCount: 9 })).toMatchObject({
      status: "confirmed",
      attackCount: 9,
      version: 3,
    });
    rows.end(ids);
    expect(rows.asOrdered(before)).toBe(before);
  });

  it("show what was read of them last when the change fails, wherever they were read", () => {
    const rows = new PendingRows();
    rows.begin(ids, "confirmed")(before);
    const shown = rows.asOrdered({ ...before, status: "ignored", version: 4 });
    expect(rows.end(ids)(shown)).toMatchObject({ status: "ignored", version: 4 });
  });
});
