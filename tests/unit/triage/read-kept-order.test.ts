import { expect, it } from "vitest";
import { readKeptOrder } from "@/components/triage/read-kept-order";

const EVENTS = { events: [{ id: "event-1", version: 3 }] };

it.each([
  { target: EVENTS, status: "ignored" },
  { target: EVENTS, status: "ignored", reason: "false-positive", note: "Our own scanner." },
  { target: { selectionId: "selection-1" }, status: "actioned" },
])("reads the order %j as it was kept", (order) => {
  expect(readKeptOrder(JSON.stringify(order))).toEqual(order);
});

it.each([
  "",
  "{",
  "null",
  '"ignored"',
  JSON.stringify({ target: EVENTS }),
  JSON.stringify({ target: EVENTS, status: "closed" }),
  JSON.stringify({ target: { events: ["event-1"] }, status: "ignored" }),
  JSON.stringify({ target: EVENTS, status: "ignored", reason: "boredom" }),
])("takes %s for no order", (text) => {
  expect(readKeptOrder(text)).toBeNull();
});
