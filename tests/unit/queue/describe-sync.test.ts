import { describe, expect, it } from "vitest";
import { describeSync } from "@/components/events/describe-sync";
import type { Freshness } from "@/lib/api/event-list";
import { textsOf } from "@/tests/support/texts";

const source = (state: Freshness["state"], failingSince: string | null = null): Freshness => ({
  connection: "prod-waf",
  source: "waf-threat",
  lastSuccessAt: null,
  state,
  failingSince,
  reason: null,
});

describe("how current the queue is, in words", () => {
  it.each([
    [[], "bad", "No connection"],
    [[source("fresh"), source("fresh")], "good", "Up to date"],
    [[source("fresh"), source("syncing"), source("never")], "busy", "2 sources syncing"],
    [[source("syncing"), source("stale")], "bad", "1 source stale"],
    [[source("never", "2026-01-01T00:00:00.000Z"), source("never")], "bad", "1 source stale"],
  ])("case %#: the worst comes first", (freshness, tone, text) => {
    expect(describeSync(freshness, false, textsOf("events"))).toEqual({ tone, text });
  });

  it("says nothing of the sources while the server does not answer", () => {
    const words = describeSync([source("fresh")], true, textsOf("events"));
    expect(words).toEqual({ tone: "bad", text: "Server not answering" });
  });
});
