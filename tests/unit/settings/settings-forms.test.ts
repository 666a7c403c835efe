import { describe, expect, it } from "vitest";
import { problemErrors, schemaErrors } from "@/components/settings/field-errors";
import { policyIn, removesMore } from "@/components/settings/policy-input";
import { shownOwner } from "@/components/settings/shown-owner";
import { TOKEN_LIFETIMES, tokenExpiry } from "@/components/settings/token-expiry";
import { ApiError } from "@/lib/api/fetch-json";
import { createPersonSchema } from "@/lib/api/people";
import { changeSettingsSchema } from "@/lib/api/settings";
import { LONGEST_TOKEN_DAYS } from "@/lib/api/tokens";

const NOW = new Date("2026-03-01T12:00:00.000Z");

function policyForm(change: Record<string, string>): FormData {
  const form = new FormData();
  const values = {
    requireNote: "never",
    requireReason: "closing",
    retentionDays: "",
    timeZone: "UTC",
    language: "zh",
  };
  for (const [name, value] of Object.entries({ ...values, ...change })) form.set(name, value);
  return form;
}

describe("a field's error", () => {
  it("is what the contract says, before anything is sent", () => {
    const errors = schemaErrors(createPersonSchema, { username: "x y", role: "viewer", password: "short" });
    expect(errors.username).toContain("letter or digit");
    expect(errors.password).toContain("12 characters");
    expect(schemaErrors(createPersonSchema, { username: "mia", role: "viewer" })).toEqual({});
  });

  it("is what the server says of the field afterwards", () => {
    const problem = {
      type: "urn:watchfloor:problem:conflict",
      title: "",
      status: 409,
      code: "conflict",
      detail: "",
      errors: [{ field: "role", message: "mia is the last administrator." }],
      requestId: "request-1",
    } as const;
    const error = new ApiError("", { ...problem, errors: [...problem.errors] }, 409);
    expect(problemErrors(error)).toEqual({ role: "mia is the last administrator." });
    expect(problemErrors(new ApiError("", null, null))).toEqual({});
  });
});

describe("the policy's form", () => {
  it("keeps events for ever when no days are given", () =>
    expect(policyIn(policyForm({}))).toEqual({
      policy: { requireNote: "never", requireReason: "closing" },
      retentionDays: null,
      defaults: { timeZone: "UTC", language: "zh" },
    }));

  it.each([
    ["ten", "retentionDays"],
    ["0", "retentionDays"],
    ["1.5", "retentionDays"],
  ])("does not take %s for a number of days", (retentionDays, field) => {
    const input = { version: 0, ...policyIn(policyForm({ retentionDays })) };
    expect(Object.keys(schemaErrors(changeSettingsSchema, input))).toEqual([field]);
  });

  it.each([
    [30, null, true],
    [30, 60, true],
    [60, 30, false],
    [30, 30, false],
    [null, 30, false],
  ])("%s days after %s: removes more is %s", (days, before, expected) =>
    expect(removesMore(days, before)).toBe(expected),
  );
});

it("no offered token lives longer than the API allows, by a clock that is a little behind", () => {
  const server = new Date(NOW.getTime() - 60_000);
  const latest = server.getTime() + LONGEST_TOKEN_DAYS * 86_400_000;
  for (const days of TOKEN_LIFETIMES) {
    expect(Date.parse(tokenExpiry(days, NOW))).toBeLessThanOrEqual(latest);
  }
});

it.each([
  ["all", "admin", "all"],
  ["all", "analyst", "me"],
  ["theirs", "admin", "me"],
  [undefined, "admin", "me"],
] as const)("owner=%s is for the %s: %s", (wanted, role, expected) =>
  expect(shownOwner(wanted, role)).toBe(expected),
);
