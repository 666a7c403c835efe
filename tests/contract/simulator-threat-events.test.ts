import { describe, expect, test } from "vitest";
import { threatEvent } from "@/lib/simulator";
import { emptyWaf, NOW, WINDOW } from "@/tests/support/empty-waf";
import { rowsOf, waf } from "@/tests/support/simulator-client";

const simulator = emptyWaf();

describe("threat events", () => {
  test("are listed by their last attack, newest first, five a page by default", async () => {
    const events = Array.from({ length: 8 }, (_, index) => threatEvent(index));
    simulator().controls.waf.addThreatEvent(...events);
    const answer = await waf(simulator(), "DescribeThreatEvent", WINDOW);
    const newest = events.map(({ EndTime }) => EndTime).sort((a, b) => b - a);
    expect(answer.json.TotalCount).toBe(8);
    expect(rowsOf(answer, "ThreatEvents").map((row) => row.EndTime)).toEqual(newest.slice(0, 5));
  });

  test("are filtered by time and domain", async () => {
    const inside = threatEvent("inside", { EventTarget: "pay.example.com-waf" });
    const late = threatEvent("late", { EndTime: NOW + 1 });
    simulator().controls.waf.addThreatEvent(inside, late, threatEvent("elsewhere"));
    const all = await waf(simulator(), "DescribeThreatEvent", WINDOW);
    const one = await waf(simulator(), "DescribeThreatEvent", { ...WINDOW, DomainName: "pay.example.com" });
    expect(all.json.TotalCount).toBe(2);
    expect(rowsOf(one, "ThreatEvents")).toMatchObject([{ EventId: inside.EventId }]);
  });

  test("show no count and no start in the list, and a block rate with a percent sign", async () => {
    simulator().controls.waf.addThreatEvent(threatEvent(1, { attackCount: 3, blockedCount: 1 }));
    const [row] = rowsOf(await waf(simulator(), "DescribeThreatEvent", WINDOW), "ThreatEvents");
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["BlockRate", "EndTime", "EventId", "EventLevel", "EventSrc", "EventTag", "EventTarget"].sort(),
    );
    expect(row?.BlockRate).toBe("33.33%");
  });

  test("give counts as text and seconds beside milliseconds in their detail", async () => {
    const event = threatEvent(1, {
      attackCount: 20,
      blockedCount: 20,
      startTs: 1764096746,
      EndTime: 1766637714000,
    });
    simulator().controls.waf.addThreatEvent(event);
    const { json } = await waf(simulator(), "DescribeThreatEventDetail", { EventId: event.EventId });
    expect(json.ThreatEventDetail).toMatchObject({
      EventCnt: "20",
      EventBlock: "20",
      EndTime: 1766637714000,
      EventIntelligence: '["CVE-2020-14882"]',
      EventCondition: `{"end_ts": 1766637714, "start_ts": 1764096746, "condition": {"real_client_ip": ["${event.EventSrc}"]}}`,
    });
    expect(json.ThreatEventDetail).not.toHaveProperty("EventId");
    expect(json.ThreatEventDetail).not.toHaveProperty("EventTarget");
  });

  test("have at most five values per metric, highest first", async () => {
    const sources = Array.from({ length: 9 }, (_, index) => ({
      Value: `198.51.100.${index}`,
      Cnt: index,
      Country: "GB",
      Region: "GB-ENG",
    }));
    const event = threatEvent(1, { sources });
    simulator().controls.waf.addThreatEvent(event);
    const answer = await waf(simulator(), "DescribeThreatEventTopMetric", {
      EventId: event.EventId,
      Metric: "src",
    });
    expect(rowsOf(answer, "TopMetrics").map((row) => row.Cnt)).toEqual([8, 7, 6, 5, 4]);
  });
});
