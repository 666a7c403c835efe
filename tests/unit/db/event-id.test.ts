import { expect, test } from "vitest";
import { eventId } from "@/lib/server/db/event-id";

const identity = { connection: "shop-waf", source: "waf-threat", upstreamKey: "ev-1" } as const;

test("the id of an event never changes: links and history hang on it", () => {
  expect(eventId(identity)).toBe("cYDBpDXSCeNN6EgH");
});

test("each part of the identity makes another id", () => {
  const others = [
    { ...identity, connection: "shop-waf2" },
    { ...identity, source: "cloud-firewall" as const },
    { ...identity, upstreamKey: "ev-2" },
  ];
  expect(new Set([identity, ...others].map(eventId)).size).toBe(4);
});
