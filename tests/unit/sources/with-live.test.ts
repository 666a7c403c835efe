import { describe, expect, it } from "vitest";
import type { LiveFacet } from "@/lib/api/event-detail";
import { withLive } from "@/lib/server/sources/live/with-live";
import { SOURCES } from "@/lib/server/sources/registry";
import { mapApisecEvent } from "@/lib/server/sources/waf-api-security/map-event";
import { apisecRow, asRecord, storedRecord } from "../../support/sources/source-records";

const detailOf = (overrides: Record<string, unknown> = {}) =>
  SOURCES["waf-api-security"].describe(storedRecord(mapApisecEvent(asRecord(apisecRow(overrides)))));
const facet = (name: string, value: LiveFacet["value"]): LiveFacet => ({
  name,
  state: "live",
  readAt: "2026-01-01T00:00:00.000Z",
  reason: null,
  value,
});

describe("withLive", () => {
  const live = [
    facet("cnt_info", { "1717498320": "5" }),
    facet("request_data", { method: "GET", url: "/a?token=s3cret" }),
  ];

  const masked = [live[0], facet("request_data", { method: "GET", url: "/a?token=••••••" })];

  it("E2: fills in what the deprecated list fields no longer hold", () => {
    const detail = withLive(detailOf(), live);
    expect(detail.attackCounts).toEqual([{ at: "2024-06-04T10:52:00.000Z", count: 5 }]);
    expect(detail.samples.map(({ kind, text }) => [kind, text])).toEqual([
      ["request", "GET /a?token=••••••"],
    ]);
    expect(detail.live).toEqual(masked);
  });

  it("gives secrets as they came to whoever reveals them", () => {
    const detail = withLive(detailOf(), live, "shown");
    expect(detail.samples[0]).toMatchObject({ text: "GET /a?token=s3cret", masked: false });
    expect(detail.live).toEqual(live);
  });

  it("leaves what the list holds as it is", () => {
    const described = detailOf({
      AttackCntInfo: '{"1717498380":9}',
      RequestData: '{"method":"PUT","url":"/b"}',
    });
    expect(withLive(described, live)).toEqual({ ...described, live: masked });
  });

  it.each([[[]], [[facet("cnt_info", "unknown shape"), facet("request_data", null)]]])(
    "adds nothing out of facets that say nothing",
    (facets) => {
      expect(withLive(detailOf(), facets)).toEqual({ ...detailOf(), live: facets });
    },
  );
});
