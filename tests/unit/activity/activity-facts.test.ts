import { describe, expect, it } from "vitest";
import { activityFacts } from "@/components/activity/activity-facts";
import { activityItem as item } from "../../support/activity-item";

describe("what the list says of an entry", () => {
  it("gives a person's note and reason", () => {
    const details = { note: "ours", reason: "test", origin: "watchfloor" };
    expect(activityFacts(item({ details }))).toEqual({
      note: "ours",
      reason: "test",
      object: null,
      bulk: null,
      origin: "console",
    });
  });

  it.each([
    ["through the API", item({ details: { origin: "api" } }), "api"],
    ["by a token", item({ action: "token.used" }), "api"],
    ["in the cloud", item({ actor: { kind: "cloud-user", id: "1610****", name: null } }), "cloud"],
    ["by nobody", item({ actor: { kind: "system", id: null, name: null } }), "system"],
    ["here", item({ details: { origin: "watchfloor" } }), "console"],
    ["nobody knows where", item({}), null],
  ])("says that a change was made %s", (_where, entry, origin) =>
    expect(activityFacts(entry).origin).toBe(origin),
  );

  it("names what was changed where it is no event, by its id if nothing else is known", () => {
    const account = { action: "role.changed", subject: "user-ben", source: null } as const;
    expect(activityFacts(item({ ...account, details: { username: "ben" } })).object).toBe("ben");
    expect(activityFacts(item(account)).object).toBe("user-ben");
  });

  it.each([
    ["that was made or changed", { before: null, after: { name: "Night shift" } }],
    ["that was renamed, by its new name", { before: { name: "Nights" }, after: { name: "Night shift" } }],
    ["that is gone", { before: { name: "Night shift" }, after: null }],
  ])("names a view %s, not its owner", (_which, states) => {
    const view = { action: "view.changed", subject: "view-1", source: null } as const;
    const details = { owner: "mia", ...states };
    expect(activityFacts(item({ ...view, details })).object).toBe("Night shift");
  });

  it("tells the kind and the events of a bulk change instead of its id", () => {
    const job = { action: "job.finished", subject: "job-1", source: null } as const;
    expect(activityFacts(item({ ...job, details: { kind: "undo", total: 12 } }))).toMatchObject({
      object: null,
      bulk: { kind: "undo", total: 12 },
    });
    expect(activityFacts(item({ ...job, details: { kind: "unheard of" } }))).toMatchObject({
      object: "job-1",
      bulk: null,
    });
  });
});
