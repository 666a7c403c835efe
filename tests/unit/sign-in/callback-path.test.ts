import { describe, expect, it } from "vitest";
import { callbackPath } from "@/components/sign-in/callback-path";

describe("where signing in leads", () => {
  it.each(["/events", "/events?severity=high&from=-24h", "/events/abc#history"])("follows %s", (path) => {
    expect(callbackPath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "https://evil.example/",
    "//evil.example/x",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    " /events",
    "//",
  ])("stays here for %j", (wanted) => {
    expect(callbackPath(wanted)).toBe("/");
  });

  it("does not lead back to another site through dots", () => {
    expect(callbackPath("/a/..//evil.example")).toBe("/");
  });
});
