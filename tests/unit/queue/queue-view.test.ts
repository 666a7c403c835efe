import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressParams,
  asksForView,
  listParams,
  openedParams,
  parseQueueView,
  toUrlSearchParams,
  viewParams,
} from "@/components/events/queue-view";
import { SORT_FIELDS } from "@/lib/events/fields";
import { parseEventQuery } from "@/lib/events/query";
import { SEVERITIES } from "@/lib/events/severity";
import { sentenceTranslator } from "@/lib/format/sentence";
import { SENTENCES } from "@/messages/zh/sentences";

const now = new Date("2026-03-01T12:00:00Z");
const inChinese = sentenceTranslator(SENTENCES);
const open = (search: string) => parseQueueView(new URLSearchParams(search), now);

// A value cannot begin or end with white space: the parser trims it, as people do.
const freeText = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
const values = fc.uniqueArray(freeText, { minLength: 1, maxLength: 4 });
const views = fc.record({
  filter: fc.record({
    fields: fc.record(
      {
        severity: fc.record({
          anyOf: fc.uniqueArray(fc.constantFrom(...SEVERITIES), { minLength: 1 }),
          noneOf: fc.constant([]),
        }),
        attacker: fc.record({ anyOf: values, noneOf: values }),
        target: fc.record({ anyOf: fc.constant([]), noneOf: values }),
      },
      { requiredKeys: [] },
    ),
    from: fc.constantFrom(null, "-24h", "2026-02-01T00:00:00.000Z"),
    to: fc.constantFrom(null, "now", "2026-02-28T00:00:00.000Z"),
    q: fc.option(freeText),
  }),
  sort: fc.record({ field: fc.constantFrom(...SORT_FIELDS), descending: fc.boolean() }),
  measure: fc.constantFrom("events" as const, "attacks" as const),
});

describe("the view in the URL", () => {
  it("is read back unchanged, whatever the values hold", () => {
    fc.assert(
      fc.property(views, (view) => {
        fc.pre(!(view.filter.from === "-24h" && view.filter.to?.startsWith("2026-02")));
        fc.pre(
          ![
            view.filter.q,
            ...Object.values(view.filter.fields).flatMap((f) => [...(f?.anyOf ?? []), ...(f?.noneOf ?? [])]),
          ].some((text) => text?.includes("\0")),
        );
        const { view: read, dropped } = parseQueueView(new URLSearchParams(`${viewParams(view)}`), now);
        expect(read).toEqual(view);
        expect(dropped).toEqual([]);
      }),
    );
  });

  it("gives the list route nothing that it refuses", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const { view } = open(search);
        expect(parseEventQuery(listParams(view), now).problems).toEqual([]);
      }),
    );
  });

  it.each([
    ["severity=high,nonsense", "severity"],
    ["status=-closed", "status"],
    ["source=waf-threat,old-waf", "source"],
    ["outcome=-maybe", "outcome"],
    ["type=a%00b", "type"],
    ["to=2026-02-30T25:00Z", "to"],
    ["from=yesterday", "from"],
    ["from=2026-03-01&to=2026-02-01", "from"],
    ["sort=colour", "sort"],
    ["measure=votes", "measure"],
    ["colour=red", "colour"],
    [`q=${"x".repeat(501)}`, "q"],
  ])("opens with %s and names what it left out, in Chinese too", (search, field) => {
    const { view, dropped } = open(search);
    expect(dropped.map((problem) => problem.field)).toEqual([field]);
    for (const { message } of dropped) expect(inChinese(message)).toMatch(/\p{Script=Han}{4,}/u);
    expect(parseQueueView(viewParams(view), now).dropped).toEqual([]);
  });

  it("keeps the known values beside an unknown one", () => {
    expect(open("severity=high,nonsense").view.filter.fields.severity).toEqual({
      anyOf: ["high"],
      noneOf: [],
    });
  });

  it("is the same for a link that was made for one page of the list", () => {
    expect(open("severity=high&limit=10&cursor=abc")).toEqual(open("severity=high"));
  });

  it("names itself in the address, whatever it shows, so that reloading opens no other", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(asksForView(addressParams(view))).toBe(true);
      }),
    );
    const { view: everything } = open("");
    expect(open(`${addressParams(everything)}`).view).toEqual(everything);
  });

  it.each([
    ["", "status=confirmed&sort=-severity"],
    ["event=e1", "event=e1&status=confirmed&sort=-severity"],
    ["sort=-lastSeenAt", "sort=-lastSeenAt"],
    ["measure=attacks&event=e1", "measure=attacks&event=e1"],
  ])("opens %j with %s, if that is what the console opens with", (search, opened) => {
    const params = openedParams(new URLSearchParams(search), "status=confirmed&sort=-severity");
    expect(`${params}`).toBe(opened);
  });

  it("reads repeated parameters of Next as they stand in the address", () => {
    const params = toUrlSearchParams({ type: ["a", "-b"], q: "x", none: undefined });
    expect(params.toString()).toBe("type=a&type=-b&q=x");
  });
});
