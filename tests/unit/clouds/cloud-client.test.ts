import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { CloudClientDeps } from "@/lib/server/clouds/cloud-client";
import { describeRiskEventGroup } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-group";
import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import type { CloudOperation } from "@/lib/server/clouds/operation";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { Secret } from "@/lib/server/config/secret";
import {
  EMPTY_PAGE,
  failure,
  listApisecEvents,
  options,
  RANGE,
  RASP_RANGE,
  scriptedWaf,
} from "../../support/cloud-calls";
import {
  firewallConnection,
  hssConnection,
  iamCredentials,
  PLANTED,
  testClient,
  wafConnection,
} from "../../support/cloud-connections";
import { scriptedFetch } from "../../support/scripted-fetch";

describe("a call", () => {
  it("fills in what the connection knows and sends the rest as it is", async () => {
    const connection = wafConnection({ region: "eu-central-1", clusterId: "c-1", resourceGroupId: "rg-1" });
    const { fetch, sent } = scriptedFetch([EMPTY_PAGE]);
    const call = testClient(connection, { fetch }).call(
      describeApisecEvents,
      { EventLevel: "high", PageSize: "20", MatchedHost: "店.example.com" },
      options(),
    );
    await expect(call).resolves.toMatchObject({ requestId: "R-1", data: { TotalCount: 0 } });
    expect(sent[0]?.url.origin).toBe("https://wafopenapi.ap-southeast-1.aliyuncs.com");
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
      ClusterId: "c-1",
      EventLevel: "high",
      InstanceId: "waf_v2_public_cn-test001",
      MatchedHost: "店.example.com",
      PageSize: "20",
      RegionId: "ap-southeast-1",
      ResourceManagerResourceGroupId: "rg-1",
    });
    expect(sent[0]).toMatchObject({ method: "POST", redirect: "manual" });
  });

  it("gives the body exactly as it came, unknown keys and broken records included", async () => {
    const body =
      '{ "Data" : [ {"EventId":1e3, "n":12345678901234567890}, null, 7 ],\n "TotalCount":"3", "New":{} }';
    const { client } = scriptedWaf([{ body }]);
    const answer = await listApisecEvents(client);
    expect(answer.body).toBe(body);
    expect(answer.data.Data).toHaveLength(3);
    expect(answer.data).toMatchObject({ TotalCount: 3, New: {} });
  });

  it("refuses parameters that the connection fills in, and unknown or wrong ones, before any request", async () => {
    const { client, sent } = scriptedWaf([EMPTY_PAGE]);
    for (const parameters of [
      { InstanceId: "other" },
      { Nonsense: 1 },
      { PageSize: 0 },
      { StartTs: 9, EndTs: 9 },
    ])
      await expect(client.call(describeApisecEvents, parameters, options())).rejects.toMatchObject({
        issues: [expect.anything()],
      });
    expect(sent).toHaveLength(0);
  });

  it("refuses an operation of another product", async () => {
    const { client } = scriptedWaf([EMPTY_PAGE]);
    const error = await failure(client.call(listRaspEvents, RASP_RANGE, options()));
    expect(error.message).toMatch(/ListRaspEvents is an operation of hss/);
  });
});

describe("secrets", () => {
  it("travel signed where they are temporary, and never as the secret itself", async () => {
    const { fetch, sent } = scriptedFetch([{ body: {} }]);
    const credentials = {
      kind: "huawei-keys",
      accessKey: new Secret(PLANTED.accessKey),
      secretKey: new Secret(PLANTED.secretKey),
      securityToken: new Secret(PLANTED.securityToken),
    } as const;
    await testClient(hssConnection({ credentials, enterpriseProjectId: "0" }), { fetch }).call(
      listRaspEvents,
      RASP_RANGE,
      options(),
    );
    expect(sent[0]?.headers.get("x-security-token")).toBe(PLANTED.securityToken);
    expect(sent[0]?.url.search).toBe("?end_time=2&enterprise_project_id=0&limit=10&offset=0&start_time=1");
    expect(inspect(sent[0]?.headers) + sent[0]?.url.href).not.toContain(PLANTED.secretKey);
  });

  it("do not show in a printed client", () => {
    for (const connection of [
      wafConnection(),
      hssConnection(),
      hssConnection({ credentials: iamCredentials("https://i") }),
    ]) {
      const client = testClient(connection);
      expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toMatch(
        /planted/i,
      );
    }
  });
});

it("budgets are shared by connections of the same user, or of the same source address at Huawei", async () => {
  const keys: string[] = [];
  const budgets: CloudClientDeps["budgets"] = {
    take: async ({ key }) => {
      keys.push(key);
    },
  };
  const { fetch } = scriptedFetch([{ body: {} }]);
  const call = (
    connection: Parameters<typeof testClient>[0],
    operation: CloudOperation,
    parameters: object,
  ) => testClient(connection, { fetch, budgets }).call(operation, { ...parameters }, options());
  await call(firewallConnection(), describeRiskEventGroup, RANGE);
  await call(firewallConnection({ id: "other" }), describeRiskEventGroup, RANGE);
  await call(hssConnection(), listRaspEvents, RASP_RANGE);
  await call(hssConnection({ id: "other", projectId: "p2" }), listRaspEvents, RASP_RANGE);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).toBe(keys[3]);
  expect(keys.join()).not.toMatch(/planted/i);
});
