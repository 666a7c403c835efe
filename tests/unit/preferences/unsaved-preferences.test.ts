import { describe, expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { unsavedText } from "@/lib/api/preference-cookies";
import { withUnsaved } from "@/lib/api/unsaved-preferences";

const stored = { ...DEFAULT_PREFERENCES, language: "zh" } as const;

describe("choices that are not stored yet", () => {
  test("come on top of the stored ones, for the person who made them", () => {
    const cookie = unsavedText("mia", { density: "compact", timeZone: "Asia/Shanghai" });
    expect(withUnsaved(cookie, "mia", stored)).toEqual({
      preferences: { ...stored, density: "compact", timeZone: "Asia/Shanghai" },
      unsaved: { density: "compact", timeZone: "Asia/Shanghai" },
    });
  });

  test.each([
    ["somebody else's", unsavedText("ben", { density: "compact" })],
    ["none", undefined],
    ["no JSON", "density=compact"],
    ["of another version", JSON.stringify({ username: "mia", change: { density: "huge" } })],
    ["unknown", JSON.stringify({ username: "mia", change: { theme: "dark" } })],
  ])("change nothing when they are %s", (_what, cookie) => {
    expect(withUnsaved(cookie, "mia", stored)).toEqual({ preferences: stored, unsaved: null });
  });
});
