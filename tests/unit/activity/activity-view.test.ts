import { describe, expect, it } from "vitest";
import { ACTION_CHOICES } from "@/components/activity/action-choices";
import { activityHref, activityQuery, changeView } from "@/components/activity/activity-view";
import { usableView } from "@/components/activity/usable-view";
import { ACTIVITY_ACTIONS, activityFilterSchema } from "@/lib/api/activity";

const NOW = new Date("2026-03-02T12:00:00.000Z");

const viewOf = (search: string) => usableView(new URLSearchParams(search), NOW).view;

describe("the activity page's address", () => {
  it("brings the filter back", () => {
    const view = viewOf("person=mia,1610****&action=status.changed&statusTo=ignored&from=-24h");
    expect(viewOf(new URL(activityHref(view), "http://localhost").search)).toEqual(view);
  });

  it("is the bare page's without a filter", () => expect(activityHref(viewOf(""))).toBe("/activity"));

  it.each([
    ["an empty text", "person="],
    ["a parameter of another page", "severity=high"],
  ])("passes over %s", (_what, search) =>
    expect(usableView(new URLSearchParams(search), NOW)).toEqual({ view: {}, problems: [] }),
  );

  it.each([
    ["a time that is none", "from=yesterday", '"yesterday" is not a time.'],
    ["a time without zone", "to=2026-03-01T08:00", '"2026-03-01T08:00" is not a time.'],
    ["a subject longer than any", `subject=${"x".repeat(201)}`, "<=200 characters"],
    ["an action that nothing is called", "action=status.changed,bogus", "nothing that is recorded"],
    ["a source that there is not", "source=bogus", "does not know bogus: give some of waf-api-security"],
    ["a range the wrong way round", "from=2026-03-02&to=2026-03-01", "must not be after `to`"],
    ["a character that cannot be searched", "person=%00", "NUL character"],
  ])("leaves out %s, and says so", (_what, search, message) => {
    const { view, problems } = usableView(new URLSearchParams(`${search}&statusTo=ignored`), NOW);
    const field = search.slice(0, search.indexOf("="));
    expect(problems).toEqual([{ field, message: expect.stringContaining(message) }]);
    expect(view).not.toHaveProperty(field);
    expect(view.statusTo).toBe("ignored");
  });

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
