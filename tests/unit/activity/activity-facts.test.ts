import { describe, expect, it } from "vitest";
import { activityFacts } from "@/components/activity/activity-facts";
import type { ActivityItem } from "@/lib/api/activity";

const item = (change: Partial<ActivityItem>): ActivityItem => ({
  id: 7,
  at: "2026-03-01T12:00:00.000Z",
  actor: { kind: "user", id: "user-mia", name: "mia" },
  action: "status.changed",
  subject: "event-1",
  source: "waf-threat",
  from: "toBeConfirmed",
  to: "ignored",
  details: {},
  address: null,
  hash: "0".repeat(64),
  ...change,
});

describe("what the list says of an entry", () => {
  it("gives a person's note and reason", () => {
    const details = { note: "ours", reason: "test", origin: "watchfloor" };
    expect(activityFacts(item({ details }))).toEqual({
      note: "ours",
      reason: "test",
      object: null,
      origin: "console",
    });
  });

  it.each([
    ["through the API", item({ details: { origin: "api" } }), "api"],
    ["by a token", item({ action: "token.used" }), "api"],
    ["in the cloud", item({ actor: { kind: "cloud-user", id: "1610****", name: null } }), "cloud"],
    ["by nobody", item({ actor: { kind: "system", id: null, name: null } }), "system"],
    ["here", item({}), "console"],
  ])("says that a change was made %s", (_where, entry, origin) =>
    expect(activityFacts(entry).origin).toBe(origin),
  );

  it("names what was changed where it is no event, by its id if nothing else is known", () => {
    const account = { action: "role.changed", subject: "user-ben", source: null } as const;
    expect(activityFacts(item({ ...account, details: { username: "ben" } })).object).toBe("ben");
    expect(activityFacts(item(account)).object).toBe("user-ben");
  });
});
