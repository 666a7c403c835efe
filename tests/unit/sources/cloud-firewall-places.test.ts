import { describe, expect, it } from "vitest";
import { createCloudFirewall } from "@/lib/server/sources/cloud-firewall/cloud-firewall-source";
import { cloudFailure, FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { pageRequest, riskRow } from "../../support/sources/source-records";

const NOW = new Date("2026-01-02T03:04:05.000Z");
const source = createCloudFirewall({ clock: () => NOW });
const quick = () => new FakeCloudClient(() => ({ TotalCount: 1, DataList: [riskRow()] }));

describe("reading firewall events with their places", () => {
  it("does without places when the cloud times out, and fails when that times out too", async () => {
    const slow = new FakeCloudClient((_, { NoLocation }) =>
      NoLocation === "false" ? cloudFailure("timeout") : { TotalCount: 1, DataList: [riskRow()] },
    );
    const page = await source.readPage(slow, pageRequest({ list: "InternetFirewall" }));
    expect(page.events).toHaveLength(1);
    expect(slow.calls.map(({ parameters }) => parameters.NoLocation)).toEqual(["false", "true"]);
    expect(page.events[0]?.partial).toBe(true);
    const dead = new FakeCloudClient(() => cloudFailure("timeout"));
    await expect(source.readPage(dead, pageRequest({ list: "InternetFirewall" }))).rejects.toMatchObject({
      kind: "timeout",
    });
  });

  it("asks for places again only after ten minutes, of that cloud, and after the first time-out does without", async () => {
    const clock = { now: NOW.getTime() };
    const firewall = createCloudFirewall({ clock: () => new Date(clock.now) });
    const slow = new FakeCloudClient((_, { NoLocation }) =>
      NoLocation === "false" ? cloudFailure("timeout") : { TotalCount: 1, DataList: [riskRow()] },
    );
    const asked = async (client: FakeCloudClient) => {
      const before = client.calls.length;
      await firewall.readPage(client, pageRequest({ list: "InternetFirewall" }));
      return client.calls.slice(before).map(({ parameters }) => parameters.NoLocation);
    };
    expect(await asked(slow)).toEqual(["false", "true"]);
    expect(slow.calls[0]?.timeoutEnds).toBe(true);
    clock.now += 599_999;
    expect(await asked(slow)).toEqual(["true"]);
    expect(await asked(quick())).toEqual(["false"]);
    clock.now += 1;
    expect(await asked(slow)).toEqual(["false", "true"]);
    clock.now -= 3_600_000;
    expect(await asked(slow)).toEqual(["false", "true"]);
  });
});
