import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityText } from "@/lib/events/identity";
import { SOURCE_IDS } from "@/lib/events/source-id";

const identities = fc.record({
  connection: fc.string(),
  source: fc.constantFrom(...SOURCE_IDS),
  upstreamKey: fc.string(),
});

describe("identityText", () => {
  it("is equal exactly for equal identities", () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        const equal =
          one.connection === other.connection &&
          one.source === other.source &&
          one.upstreamKey === other.upstreamKey;
        expect(identityText(one) === identityText(other)).toBe(equal);
      }),
    );
  });

  it("does not let a connection's name run into the key", () => {
    const key = (connection: string, upstreamKey: string) =>
      identityText({ connection, source: "hss-rasp", upstreamKey });
    expect(key("a", "b")).not.toBe(key("a8:hss-rasp1:b", ""));
    expect(key("ab", "c")).not.toBe(key("a", "bc"));
  });
});
