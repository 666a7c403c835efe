import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { patchRows } from "@/components/events/patch-rows";
import { changesOf, nothingShown } from "@/components/events/row-change";
import type { SecurityEvent } from "@/lib/events/event";
import { securityEvent } from "@/tests/support/event-response";

const KEY = ["event-row", "event-1"];

/** One row in the data cache, as it stands after each change. */
function rowInCache(id: string) {
  const client = new QueryClient();
  const shown = nothingShown();
  client.setQueryData(KEY, securityEvent({ id }));
  const told = () => {
    const row = client.getQueryData<SecurityEvent>(KEY);
    return row ? (changesOf(shown, [row]).get(id)?.what ?? []) : null;
  };
  told();
  const change = (by: "reader" | "anybody", values: Partial<SecurityEvent>) =>
    patchRows(client, (event) => ({ ...event, ...values }), by);
  return { told, change };
}

describe("a row that changed", () => {
  test("tells of what others did, and not of what its reader did", () => {
    const row = rowInCache("row-1");
    row.change("anybody", { attackCount: 987_654 });
    expect(row.told()).toEqual(["attackCount"]);
    row.change("reader", { status: "ignored", writeState: "queued" });
    row.change("anybody", { status: "ignored", writeState: "verified", version: 2 });
    expect(row.told()).toEqual([]);
    row.change("anybody", { status: "confirmed", version: 3 });
    expect(row.told()).toEqual(["status"]);
  });

  test("forgets the reader's change when the list is read anew", () => {
    const row = rowInCache("row-2");
    row.change("reader", { status: "ignored" });
    const later = nothingShown();
    const fresh = securityEvent({ id: "row-2", status: "confirmed" });
    expect(changesOf(later, [fresh]).size).toBe(0);
  });
});
