import { describe, expect, it } from "vitest";
import { ACTION_CHOICES } from "@/components/activity/action-choices";
import {
  activityHref,
  activityQuery,
  changeView,
  parseActivityView,
} from "@/components/activity/activity-view";
import { ACTIVITY_ACTIONS, activityFilterSchema } from "@/lib/api/activity";

const NOW = new Date("2026-03-02T12:00:00.000Z");

const viewOf = (search: string) => parseActivityView(new URLSearchParams(search));

describe("the activity page's address", () => {
  it("brings the filter back", () => {
    const view = viewOf("person=mia,1610****&action=status.changed&statusTo=ignored&from=-24h");
    expect(viewOf(new URL(activityHref(view), "http://localhost").search)).toEqual(view);
  });

  it("is the bare page's without a filter", () => expect(activityHref(viewOf(""))).toBe("/activity"));

  it.each([
    ["an empty text", "person="],
    ["a time that is none", "from=yesterday"],
    ["a time without zone", "to=2026-03-01T08:00"],
    ["a subject longer than any", `subject=${"x".repeat(201)}`],
    ["a parameter of another page", "severity=high"],
  ])("leaves out %s", (_what, search) => expect(viewOf(search)).toEqual({}));

  it("stands for what the API takes, relative times resolved", () => {
    const query = activityQuery(viewOf("source=hss-rasp&from=-24h&to=now"), NOW);
    expect(query).toEqual({
      source: "hss-rasp",
      from: "2026-03-01T12:00:00.000Z",
      to: "2026-03-02T12:00:00.000Z",
    });
    expect(activityFilterSchema.safeParse(query).success).toBe(true);
  });

  it("keeps the rest when one part changes, and drops a part that becomes empty", () => {
    const view = viewOf("person=mia&statusTo=ignored");
    expect(changeView(view, { statusTo: "", source: "waf-threat" })).toEqual({
      person: "mia",
      source: "waf-threat",
    });
  });
});

it("every action can be chosen, once", () => {
  const offered = ACTION_CHOICES.flatMap(({ actions }) => actions);
  expect([...offered].sort()).toEqual([...ACTIVITY_ACTIONS].sort());
});
