import { describe, expect, it } from "vitest";
import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import { cloudNote } from "@/lib/server/outbox/cloud-note";
import { callFailure } from "@/lib/server/outbox/write-failure";

describe("the note in the cloud", () => {
  it.each([
    ["the name alone", null, "[mia]"],
    ["the name before the note", "real", "[mia] real"],
    ["the note in one line", "a\n\tb", "[mia] a b"],
  ])("holds %s", (_what, note, expected) => {
    expect(cloudNote("mia", note, 100)).toBe(expected);
  });

  it("is cut to the length that the cloud takes, never through a character", () => {
    for (let longest = 8; longest < 20; longest += 1) {
      const note = cloudNote("mia", "😀".repeat(20), longest);
      expect(note.length).toBeLessThanOrEqual(longest);
      expect(note).toMatch(/^\[mia\].*…$/u);
      expect(note).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

describe("a failed call", () => {
  const fail = (kind: CloudErrorKind, wrote: boolean) =>
    callFailure(
      new CloudError(kind, "no", { operation: "ModifyApisecEvents", code: "C.1", requestId: "R-1" }),
      wrote,
      "yundun-waf:ModifyApisecEvents",
    );

  const MEANINGS: readonly [CloudErrorKind, string, string][] = [
    ["throttled", "retry", "retry"],
    ["denied", "refused", "refused"],
    ["unauthenticated", "refused", "refused"],
    ["wrong-clock", "refused", "refused"],
    ["invalid", "refused", "refused"],
    ["not-found", "refused", "refused"],
    ["unavailable", "ambiguous", "retry"],
    ["timeout", "ambiguous", "retry"],
    ["network", "ambiguous", "retry"],
    ["malformed", "ambiguous", "retry"],
  ];
  it.each(MEANINGS)("of the kind %s means %s for a write and %s for a look", (kind, write, look) => {
    expect([fail(kind, true).kind, fail(kind, false).kind]).toEqual([write, look]);
  });

  it.each(MEANINGS)("of the kind %s is told with the cloud's code and request id", (kind) => {
    expect(fail(kind, true).message).toMatch(/C\.1.*R-1/);
  });

  it("because of the clock asks for the clock only", () => {
    expect(fail("wrong-clock", true).message).toContain(
      "Set this server's clock, then set the status again.",
    );
    expect(fail("wrong-clock", true).message).not.toMatch(/credentials|key/);
  });

  it("names the permission to grant", () => {
    expect(fail("denied", true).message).toContain("yundun-waf:ModifyApisecEvents");
  });
});
