import { describe, expect, it } from "vitest";
import { NoEvents } from "@/components/events/no-events";
import { GotThroughCard } from "@/components/overview/got-through-card";
import { OpenCard } from "@/components/overview/open-card";
import { FreshnessNotice } from "@/components/ui/freshness-notice";
import type { Freshness } from "@/lib/api/event-list";
import type { Overview } from "@/lib/api/overview";
import { EMPTY_FILTER } from "@/lib/events/query";
import { renderStatic } from "@/tests/support/render-static";

/** A source that has failed since it was configured. */
const FAILING: Freshness = {
  connection: "prod-waf",
  source: "waf-threat",
  lastSuccessAt: null,
  state: "never",
  failingSince: "2026-01-01T00:00:00.000Z",
  reason: "The cloud cannot be reached.",
};
const UNTRIED: Freshness = { ...FAILING, failingSince: null, reason: null };

const none = { count: 0, filter: "" };
const open: Overview["open"] = { all: none, bySeverity: [] };
const gotThrough: Overview["gotThrough"] = { all: { current: none, previous: none }, bySeverity: [] };

const noEvents = (...freshness: Freshness[]) =>
  renderStatic(
    <NoEvents filter={EMPTY_FILTER} onFilter={() => {}} onClear={() => {}} freshness={freshness} />,
  );

describe("while a source has never been read", () => {
  it("a failure is told with its reason, though nothing was ever read", () => {
    const html = renderStatic(<FreshnessNotice freshness={[FAILING]} />);
    expect(html).toContain("prod-waf");
    expect(html).toContain("never read");
    expect(html).not.toContain("last successful read");
    expect(html).toContain("The cloud cannot be reached.");
    expect(renderStatic(<FreshnessNotice freshness={[UNTRIED]} />)).not.toContain("prod-waf");
  });

  it("an empty queue says that reading fails, not that events are on their way", () => {
    expect(noEvents(FAILING)).toContain("1 source of 1 has never been read, because reading fails.");
    expect(noEvents(FAILING, UNTRIED)).toContain("1 source of 2 is syncing.");
  });

  it("the overview does not claim that everything is handled or blocked", () => {
    const unread =
      renderStatic(<OpenCard open={open} unread />) +
      renderStatic(<GotThroughCard gotThrough={gotThrough} unread />);
    expect(unread).not.toContain("every event is handled");
    expect(unread).not.toContain("Nothing got through");
    expect(unread.match(/Not every source has been read yet/g)).toHaveLength(2);
    expect(renderStatic(<OpenCard open={open} unread={false} />)).toContain("every event is handled");
  });
});
