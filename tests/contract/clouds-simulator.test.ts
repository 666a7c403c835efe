import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCloudClient } from "@/lib/server/clouds/cloud-client";
import { describeRiskEventGroup } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-group";
import { describeRiskEventPayload } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-payload";
import { describeRiskEventStatistic } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-statistic";
import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import type { CloudOperation } from "@/lib/server/clouds/operation";
import { OPERATIONS } from "@/lib/server/clouds/operations";
import type { Fetch } from "@/lib/server/clouds/send";
import { describeApisecEventDetail } from "@/lib/server/clouds/waf/describe-apisec-event-detail";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { describeApisecRules } from "@/lib/server/clouds/waf/describe-apisec-rules";
import { describeApisecUserOperations } from "@/lib/server/clouds/waf/describe-apisec-user-operations";
import { describeInstance } from "@/lib/server/clouds/waf/describe-instance";
import { describeThreatEvent } from "@/lib/server/clouds/waf/describe-threat-event";
import { describeThreatEventDetail } from "@/lib/server/clouds/waf/describe-threat-event-detail";
import { describeThreatEventTopMetric } from "@/lib/server/clouds/waf/describe-threat-event-top-metric";
import { modifyApisecEvents } from "@/lib/server/clouds/waf/modify-apisec-events";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { loadConnections } from "@/lib/server/config/load-connections";
import { createLogger } from "@/lib/server/log";
import {
  apisecEvent,
  FACTORY_EPOCH,
  raspEvent,
  riskEvent,
  type Simulator,
  startSimulator,
  threatEvent,
} from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import { failure, options } from "../support/cloud-calls";
import { systemBudgets, testClient } from "../support/cloud-connections";
import { alibabaKeys, huaweiKeys, simulatedConnections, simulatedIam } from "../support/simulated-clouds";

const NO_LIMIT = { take: async () => {} };
const SECONDS = { StartTime: FACTORY_EPOCH - 86_400, EndTime: FACTORY_EPOCH };
const MILLISECONDS = { StartTime: SECONDS.StartTime * 1000, EndTime: SECONDS.EndTime * 1000 };
const RASP = { start_time: MILLISECONDS.StartTime, end_time: MILLISECONDS.EndTime };

const apisec = apisecEvent(1);
const threat = threatEvent(1);
const risk = riskEvent(1);

const EVERY_CALL: readonly (readonly [CloudOperation, Record<string, unknown>])[] = [
  [describeInstance, {}],
  [describeApisecEvents, { PageSize: 50, EventScope: apisec.EventScope }],
  [
    describeApisecEventDetail,
    { EventId: apisec.EventId, EventScope: apisec.EventScope, DetailType: "cnt_info" },
  ],
  [describeApisecRules, { Type: "event", Lang: "en" }],
  [describeApisecUserOperations, { ObjectId: apisec.EventId, Type: "event" }],
  [
    modifyApisecEvents,
    {
      EventIds: [apisec.EventId],
      EventScope: apisec.EventScope,
      UserStatus: "ignored",
      Note: "误报 !'()* ~+/=& ok",
    },
  ],
  [describeThreatEvent, { ...MILLISECONDS, PageSize: 200 }],
  [describeThreatEventDetail, { EventId: threat.EventId }],
  [describeThreatEventTopMetric, { EventId: threat.EventId, Metric: "src" }],
  [describeRiskEventGroup, { ...SECONDS, PageSize: 10, AttackApp: ["MySQL", "DNS"] }],
  [describeRiskEventPayload, { ...SECONDS, UUID: risk.EventId }],
  [describeRiskEventStatistic, SECONDS],
  [listRaspEvents, { ...RASP, limit: 200, attack_tag: "Attack Success" }],
];

let simulator: Simulator;
let connections: ReturnType<typeof simulatedConnections>;

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => new Date(FACTORY_EPOCH * 1000),
    scenario: {
      apisecEvents: [apisec],
      threatEvents: [threat],
      riskEvents: [risk],
      raspEvents: [raspEvent(1)],
    },
  });
  connections = simulatedConnections(simulator);
});
afterEach(() => {
  simulator.controls.faults.clear();
  simulator.controls.requests.clear();
});
afterAll(() => simulator.close());

function connectionFor({ product }: CloudOperation): ConnectionConfig {
  return product === "cloud-firewall" ? connections.cloudFirewall : connections[product];
}

const rasp = (connection: ConnectionConfig, deps: Parameters<typeof testClient>[1] = {}) =>
  testClient(connection, { budgets: NO_LIMIT, ...deps }).call(listRaspEvents, RASP, options());
const instance = (connection: ConnectionConfig, deps: Parameters<typeof testClient>[1] = {}) =>
  testClient(connection, deps).call(describeInstance, {}, options());

describe("an independent reading of the clouds' documents accepts", () => {
  it("every declared operation", () => {
    expect(EVERY_CALL.map(([{ name }]) => name)).toEqual(
      Object.values(OPERATIONS).flatMap((operations) => operations.map(({ name }) => name)),
    );
  });

  it.each(EVERY_CALL.map(([operation, parameters]) => [operation.name, operation, parameters] as const))(
    "%s with its parameters",
    async (name, operation, parameters) => {
      const client = testClient(connectionFor(operation), { budgets: NO_LIMIT });
      const answer = await client.call(operation, parameters, options());
      expect(answer.requestId).toMatch(/\S/);
      expect(JSON.parse(answer.body)).toBeInstanceOf(Object);
      expect(simulator.controls.requests.all().at(-1)).toMatchObject({ operation: name, status: 200 });
    },
  );

  it("text of every kind, unchanged", () => {
    expect(simulator.controls.waf.apisecEvents.get(apisec.EventId)).toMatchObject({
      UserStatus: "ignored",
      Note: "误报 !'()* ~+/=& ok",
    });
  });

  it("temporary keys of both clouds, until they expire", async () => {
    simulator.controls.faults.throttling(false);
    const { sts, huaweiTemporary } = simulator.credentials;
    const temporary = { ...connections.waf, credentials: alibabaKeys(sts) };
    await expect(instance(temporary)).resolves.toBeDefined();
    await expect(
      rasp({ ...connections.hss, credentials: huaweiKeys(huaweiTemporary) }),
    ).resolves.toBeDefined();
    simulator.controls.expireSts();
    expect(await failure(instance(temporary))).toMatchObject({
      kind: "unauthenticated",
      facts: { code: "InvalidSecurityToken.Expired" },
    });
  });

  it("a token of IAM, and a new one after it was revoked", async () => {
    simulator.controls.faults.throttling(false);
    const connection = { ...connections.hss, credentials: simulatedIam(simulator) };
    const client = testClient(connection, { budgets: NO_LIMIT });
    await client.call(listRaspEvents, RASP, options());
    simulator.controls.iam.expireTokens();
    await client.call(listRaspEvents, RASP, options());
    expect(simulator.controls.requests.all("CreateToken")).toHaveLength(2);
  });

  it("the connections file that the demo writes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "watchfloor-"));
    try {
      const loaded = await loadConnections(await writeConnectionFile(folder, simulator), {
        readEnvSecret: () => undefined,
        readFile: (path) => readFile(path, "utf8"),
      });
      expect(loaded.map(({ product }) => product)).toEqual(["waf", "cloud-firewall", "hss"]);
      for (const connection of loaded.filter(({ product }) => product === "waf"))
        await expect(instance(connection)).resolves.toBeDefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("what is altered after signing is refused", () => {
  const altering =
    (alter: (url: string, headers: Headers) => string): Fetch =>
    (url, init) => {
      const headers = new Headers(init.headers);
      return fetch(alter(url, headers), { ...init, headers });
    };

  it.each<[string, (url: string, headers: Headers) => string]>([
    ["one byte of a parameter", (url) => url.replace("cn-hangzhou", "cn-hangzhov")],
    ["one more parameter", (url) => `${url}&x=1`],
    [
      "the action",
      (url, headers) => {
        headers.set("x-acs-action", "DescribeApisecEvents");
        return url;
      },
    ],
  ])("at Alibaba Cloud: %s", async (_, alter) => {
    expect(await failure(instance(connections.waf, { fetch: altering(alter) }))).toMatchObject({
      kind: "unauthenticated",
      facts: { code: "SignatureDoesNotMatch" },
    });
    expect(simulator.controls.requests.all()).toHaveLength(1);
  });

  it("at Huawei Cloud", async () => {
    simulator.controls.faults.throttling(false);
    const call = rasp(connections.hss, { fetch: altering((url) => url.replace("offset=0", "offset=1")) });
    expect(await failure(call)).toMatchObject({ kind: "unauthenticated", facts: { code: "APIGW.0301" } });
    expect(simulator.controls.requests.all()).toHaveLength(1);
  });
});

describe("a misbehaving cloud", () => {
  it("never has to throttle calls that stay inside the budget", async () => {
    const client = createCloudClient(connections.cloudFirewall, {
      budgets: systemBudgets(),
      clock: () => new Date(),
      logger: createLogger("fatal"),
    });
    const signal = AbortSignal.timeout(20_000);
    const call = () => client.call(describeRiskEventGroup, SECONDS, { signal, priority: "background" });
    await Promise.all(Array.from({ length: 25 }, call));
    const answers = simulator.controls.requests.all("DescribeRiskEventGroup");
    expect(answers.map(({ status }) => status)).toEqual(Array(25).fill(200));
  });

  it("that throttles is asked again when it says so", async () => {
    const waits: number[] = [];
    simulator.controls.faults.failNext("ListRaspEvents", { kind: "error", status: 429, code: "APIGW.0308" });
    simulator.controls.faults.throttling(false);
    const sleep = async (ms: number) => {
      waits.push(ms);
    };
    await rasp(connections.hss, { sleep, random: () => 0 });
    expect(waits).toEqual([12_000]);
  });

  it.each([
    ["a server error", { kind: "error", status: 503, code: "ServiceUnavailable" }],
    ["a dropped connection", { kind: "drop" }],
    ["an error in a successful answer", { kind: "error", status: 200, code: "Throttling.User" }],
  ] as const)("is asked again after %s", async (_, fault) => {
    simulator.controls.faults.failNext("DescribeInstance", fault, 2);
    await expect(instance(connections.waf)).resolves.toBeDefined();
    expect(simulator.controls.requests.all("DescribeInstance")).toHaveLength(3);
  });

  it.each(["truncated", "html", "empty", "oversized", "not-an-object"] as const)(
    "does not pass an answer that is %s for a good one",
    async (body) => {
      simulator.controls.faults.failNext("DescribeInstance", { kind: "malformed", body });
      expect(await failure(instance(connections.waf))).toMatchObject({ kind: "malformed" });
    },
  );

  it("that applies a change without answering is not told twice", async () => {
    simulator.controls.faults.failNext("ModifyApisecEvents", { kind: "apply-then-drop" });
    const { EventId, EventScope } = apisec;
    const change = { EventIds: [EventId], EventScope, UserStatus: "confirmed" };
    const call = testClient(connections.waf).call(modifyApisecEvents, change, options());
    expect(await failure(call)).toMatchObject({ kind: "network" });
    expect(simulator.controls.requests.all("ModifyApisecEvents")).toHaveLength(1);
    expect(simulator.controls.waf.apisecEvents.get(EventId)).toMatchObject({ UserStatus: "confirmed" });
  });

  it("that hangs costs no more than the time-out", async () => {
    simulator.controls.faults.failAlways("DescribeInstance", { kind: "hang" });
    expect(
      await failure(instance(connections.waf, { timeoutMs: 30, overallMs: { person: 60, background: 60 } })),
    ).toMatchObject({
      kind: "timeout",
    });
  });

  it("without an instance says so", async () => {
    const { instanceId: InstanceId } = simulator.credentials;
    simulator.controls.waf.setInstance(null);
    const call = testClient(connections.waf).call(describeApisecEvents, {}, options());
    expect((await failure(call)).message).toMatch(/owns no WAF 3.0 instance/);
    simulator.controls.waf.setInstance({ InstanceId, RegionId: "cn-hangzhou" });
  });

  it("leaves no secret in the log, whatever happens", async () => {
    const lines: string[] = [];
    const logger = createLogger("trace", { write: (line: string) => void lines.push(line) });
    simulator.controls.faults.failNext("*", { kind: "error", status: 500, code: "InternalError" }, 2);
    await instance(connections.waf, { logger });
    const wrong = alibabaKeys({ ...simulator.credentials.alibaba, accessKeySecret: "planted-wrong-secret" });
    await failure(instance({ ...connections.waf, credentials: wrong }, { logger }));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    const { accessKeyId, accessKeySecret } = simulator.credentials.alibaba;
    for (const secret of [accessKeyId, accessKeySecret, "planted-wrong-secret", "Signature="])
      expect(lines.join("")).not.toContain(secret);
  });
});
