import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { EventContent } from "@/components/event/event-content";
import { EventHeader } from "@/components/event/event-header";
import type { EventHistory } from "@/lib/api/event-detail";
import { MASK } from "@/lib/events/mask";
import { attacker } from "@/tests/support/event-factory";
import { eventHistory, eventResponse, securityEvent } from "@/tests/support/event-response";
import { HOSTILE, hostileHistory, hostileResponse, liveFacet } from "@/tests/support/hostile-event";
import { renderStatic } from "@/tests/support/render-static";

const historyOf = (data: EventHistory | undefined, error: Error | null = null) => ({
  data,
  error,
  isPending: data === undefined && error === null,
  refetch: () => Promise.reject(new Error("not used")),
});

type Shown = Parameters<typeof EventContent>[0];

const content = (change: Partial<Shown>) =>
  renderStatic(
    createElement(EventContent, {
      record: eventResponse(),
      rawText: "{}",
      live: { reading: false, failure: null, onRetry: () => {} },
      history: historyOf(eventHistory()),
      ...change,
    }),
  );

function hostileEverywhere(text?: string): { html: string; places: number } {
  const record = hostileResponse(text);
  const header = renderStatic(
    createElement(EventHeader, { event: record.event, renderedAt: "2026-03-01T12:00:00.000Z", title: "h1" }),
  );
  const history = historyOf(hostileHistory(text));
  const html = header + content({ record, rawText: text ?? HOSTILE, history });
  return { html, places: html.split("&lt;script&gt;").length - 1 };
}

describe("the event page's HTML", () => {
  const { html, places } = hostileEverywhere();

  it("holds hostile text as text only, in every field", () => {
    expect(places).toBeGreaterThan(30);
    expect(html).not.toMatch(/<script|<img/i);
  });

  it("links to nothing that came from outside", () => {
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).not.toHaveLength(0);
    // The parts of the page itself.
    for (const address of addresses) expect(address).toMatch(/^#[a-z-]+$/);
  });

  it("lets no control or direction-changing character through", () => {
    expect(html.match(/.{30}(?:\p{Bidi_Control}|(?!\n)\p{Cc})/gu)).toBeNull();
  });

  it("keeps the indexed part when the cloud and the history cannot be read", () => {
    const shown = content({
      record: eventResponse(securityEvent({ description: "Orders were walked through." })),
      live: { reading: false, failure: "The cloud did not answer within 4 s.", onRetry: () => {} },
      history: historyOf(undefined, new Error("The server cannot be reached.")),
    });
    expect(shown).toContain("Orders were walked through.");
    expect(shown).toContain("The cloud did not answer within 4 s.");
    expect(shown).toContain("The server cannot be reached.");
    expect(shown).not.toContain("Nobody has changed the status yet.");
  });

  it.each([
    ["live", null, "live, read"],
    ["cached", null, "cached, read"],
    ["unavailable", "NoPermission", "NoPermission"],
  ] as const)("says that a facet is %s", (state, reason, expected) => {
    expect(content({ record: eventResponse(undefined, { live: [liveFacet({ state, reason })] }) })).toContain(
      expected,
    );
  });

  it("shows the raw record with numbers that JavaScript cannot hold", () => {
    expect(content({ rawText: '{"id":12345678901234567890}' })).toContain("12345678901234567890");
  });

  it("says whether the raw record is masked or as it came", () => {
    expect(content({ rawText: `{"cookie":"${MASK}"}` })).toContain("of JSON, secrets masked");
    expect(content({ rawText: '{"cookie":""}' })).toContain("of JSON, as it came");
  });

  it("says that the record could not be read, never that it is empty", () => {
    const html = content({ rawText: null });
    expect(html).toContain("The record could not be read.");
    expect(html).not.toContain("of JSON");
  });

  it("shows our status and the cloud's where they differ, and why a write failed", () => {
    const [item] = hostileHistory("Confirmed by mia").items;
    const message = "The cloud refused: give the key the permission to write.";
    const data = eventHistory({
      items: item ? [{ ...item, writeState: "failed", message, changeId: "change-1" }] : [],
      difference: { ours: "confirmed", cloud: "toBeConfirmed", message: "It did not get there." },
    });
    const shown = content({
      record: eventResponse(securityEvent({ writeState: "failed" })),
      history: historyOf(data),
    });
    expect(shown.split(message).length - 1).toBe(2);
    expect(shown.replace(/<[^>]+>/g, "")).toContain("Here: Confirmed. In the cloud: To confirm.");
    expect(shown).toContain("It did not get there.");
  });

  it("warns before a back-to-origin address is blocked, and only then", () => {
    const tagged = (tag: string) =>
      content({
        record: eventResponse(undefined, { attackers: [attacker("198.51.100.7", { tags: [tag] })] }),
      });
    expect(tagged("WAF Back-to-origin Address")).toContain("do not block it");
    expect(tagged("Scanner")).not.toContain("do not block it");
  });

  it("opens quickly and stays readable with 100 kB in every field", () => {
    const { html: long } = hostileEverywhere(HOSTILE.repeat(1_000));
    expect(long.match(/show all \d+ kB/g)?.length).toBeGreaterThan(10);
    expect(long.length).toBeLessThan(100_000);
  });

  it("folds a sample of 100 kB and says how large it is", () => {
    const samples = [
      {
        kind: "payload" as const,
        label: "Payload",
        text: "A".repeat(100_000),
        highlight: null,
        masked: true,
      },
    ];
    const shown = content({ record: eventResponse(undefined, { samples }) });
    expect(shown).toContain("Show all 100 kB");
    expect(shown).toContain("secrets masked");
    expect(shown.length).toBeLessThan(50_000);
  });
});
