import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  apisecEvent,
  FACTORY_EPOCH,
  type Fault,
  type MalformedBody,
  raspEvent,
  riskEvent,
  type Simulator,
  startSimulator,
} from "@/lib/simulator";
import { firewall, hss, login, rowsOf, waf } from "@/tests/support/simulator-client";

const SESSION = { DataType: "session", StartTime: FACTORY_EPOCH - 86_400, EndTime: FACTORY_EPOCH };
const RASP = { start_time: (FACTORY_EPOCH - 86_400) * 1000, end_time: FACTORY_EPOCH * 1000 };
const EVENT = apisecEvent(1);
const MODIFY = { "EventIds.1": EVENT.EventId, UserStatus: "ignored" };

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({
    clock: () => new Date(FACTORY_EPOCH * 1000),
    scenario: {
      apisecEvents: [EVENT],
      riskEvents: Array.from({ length: 20 }, (_, index) => riskEvent(index)),
      raspEvents: [raspEvent(1)],
    },
  });
});
afterEach(() => simulator.close());

function statusNow(): string | undefined {
  return simulator.controls.waf.apisecEvents.get(EVENT.EventId)?.UserStatus;
}

async function firewallIds(CurrentPage: number): Promise<unknown[]> {
  const answer = await firewall(simulator, "DescribeRiskEventGroup", {
    ...SESSION,
    CurrentPage,
    PageSize: 10,
  });
  return rowsOf(answer, "DataList").map((row) => row.EventId);
}

describe("set failures", () => {
  test("meet the next calls of one operation, in each cloud's own words, and nothing else", async () => {
    const { faults } = simulator.controls;
    faults.failNext("DescribeApisecEvents", { kind: "error", status: 503, code: "ServiceUnavailable" }, 2);
    faults.failNext("ListRaspEvents", { kind: "error", status: 500, code: "APIGW.0601" });
    const wafAnswers = [];
    for (let index = 0; index < 3; index += 1) wafAnswers.push(await waf(simulator, "DescribeApisecEvents"));
    const other = await waf(simulator, "DescribeInstance");
    const hssAnswer = await hss(simulator, RASP);
    expect(wafAnswers.map(({ status, code }) => [status, code])).toEqual([
      [503, "ServiceUnavailable"],
      [503, "ServiceUnavailable"],
      [200, null],
    ]);
    expect(other.status).toBe(200);
    expect(hssAnswer).toMatchObject({ status: 500, json: { error_code: "APIGW.0601" } });
  });

  test("last until they are cleared when they are set for always", async () => {
    simulator.controls.faults.failAlways("*", { kind: "error", status: 500, code: "InternalError" });
    const during = [await waf(simulator, "DescribeInstance"), await waf(simulator, "DescribeInstance")];
    simulator.controls.faults.clear();
    const after = await waf(simulator, "DescribeInstance");
    expect([...during, after].map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  test("can be an error code in a body with HTTP 200", async () => {
    simulator.controls.faults.failNext("*", { kind: "error", status: 200, code: "NoPermission" });
    const answer = await waf(simulator, "DescribeInstance");
    expect(answer).toMatchObject({ status: 200, code: "NoPermission" });
    expect(answer.json.AccessDeniedDetail).toMatchObject({ NoPermissionType: "ImplicitDeny" });
  });

  test("carry the headers they are given", async () => {
    const headers = { "x-acs-retry-after": "1500" };
    simulator.controls.faults.failNext("*", { kind: "error", status: 400, code: "Throttling.Api", headers });
    expect((await waf(simulator, "DescribeInstance")).headers).toMatchObject(headers);
  });

  test.each([["hang" as const], ["drop" as const]])("can %s a call without effect", async (kind) => {
    simulator.controls.faults.failNext("ModifyApisecEvents", { kind });
    await expectNoAnswer(() => waf(simulator, "ModifyApisecEvents", MODIFY));
    expect(statusNow()).toBe("toBeConfirmed");
  });

  test.each([["apply-then-hang" as const], ["apply-then-drop" as const]])(
    "can %s: the status is changed, the answer never comes",
    async (kind) => {
      simulator.controls.faults.failNext("ModifyApisecEvents", { kind });
      await expectNoAnswer(() => waf(simulator, "ModifyApisecEvents", MODIFY));
      expect(statusNow()).toBe("ignored");
    },
  );
});

/** The call is logged as unanswered, and ends only when its connection is cut. */
async function expectNoAnswer(start: () => Promise<unknown>): Promise<void> {
  const logged = simulator.controls.requests.next();
  const outcome = start().then(
    () => "answered",
    () => "cut off",
  );
  expect(await logged).toMatchObject({ status: 0, code: null });
  await simulator.close();
  expect(await outcome).toBe("cut off");
}

describe("broken bodies", () => {
  const expectations: readonly (readonly [MalformedBody, (text: string) => boolean])[] = [
    ["truncated", (text) => text.startsWith('{"RequestId"') && !text.endsWith("}")],
    ["html", (text) => text.startsWith("<!DOCTYPE html>")],
    ["empty", (text) => text === ""],
    ["not-an-object", (text) => text === '["unexpected"]'],
    ["oversized", (text) => text.length > 32_000_000 && text.endsWith("}")],
  ];

  test.each(expectations)("can be %s", async (body, holds) => {
    simulator.controls.faults.failNext("DescribeApisecEvents", { kind: "malformed", body });
    const { status, text } = await waf(simulator, "DescribeApisecEvents");
    expect(status).toBe(200);
    expect(holds(text)).toBe(true);
  });

  test("come with HTML's own content type and any status", async () => {
    const fault: Fault = { kind: "malformed", body: "html", status: 502 };
    simulator.controls.faults.failNext("*", fault);
    const answer = await hss(simulator, RASP);
    expect(answer).toMatchObject({ status: 502, headers: { "content-type": "text/html" } });
  });
});

describe("latency", () => {
  test("holds an answer back until its time, for the operation it was set for", async () => {
    simulator.controls.faults.latency("DescribeApisecEvents", 60);
    const order: string[] = [];
    await Promise.all([
      waf(simulator, "DescribeApisecEvents").then(() => order.push("slow")),
      waf(simulator, "DescribeInstance").then(() => order.push("quick")),
    ]);
    expect(order).toEqual(["quick", "slow"]);
  });
});

describe("lists that misbehave", () => {
  test("can announce more than they hold", async () => {
    simulator.controls.faults.overstateTotal("DescribeRiskEventGroup", 19);
    const answer = await firewall(simulator, "DescribeRiskEventGroup", SESSION);
    expect(answer.json.TotalCount).toBe(39);
    expect([...(await firewallIds(1)), ...(await firewallIds(2)), ...(await firewallIds(3))]).toHaveLength(
      20,
    );
  });

  test("can repeat rows across pages without losing one", async () => {
    simulator.controls.faults.duplicateRows("DescribeRiskEventGroup", 7);
    const ids = [...(await firewallIds(1)), ...(await firewallIds(2)), ...(await firewallIds(3))];
    expect(ids).toHaveLength(22);
    expect(new Set(ids).size).toBe(20);
    expect(ids.slice(10).filter((id) => ids.slice(0, 10).includes(id))).toHaveLength(1);
  });

  test("can change between two pages, at the hand of a hook", async () => {
    const late = riskEvent("late", { VulLevel: 3, LastEventTime: FACTORY_EPOCH });
    const stop = simulator.controls.faults.beforeResponse("DescribeRiskEventGroup", ({ params }) => {
      if (params.CurrentPage === "2") simulator.controls.cloudFirewall.add(late);
    });
    const first = await firewallIds(1);
    const second = await firewallIds(2);
    stop();
    expect(first).not.toContain(late.EventId);
    expect(second[0]).toBe(first.at(-1));
    expect((await firewallIds(1))[0]).toBe(late.EventId);
  });

  test("tell a hook which call of its operation this is", async () => {
    const numbers: number[] = [];
    simulator.controls.faults.beforeResponse("*", ({ callNumber }) => void numbers.push(callNumber));
    await firewallIds(1);
    await firewallIds(2);
    await waf(simulator, "DescribeInstance");
    expect(numbers).toEqual([1, 2, 1]);
  });
});

describe("throttling of the Cloud Firewall", () => {
  test("refuses the eleventh call of one second with hints in milliseconds, and ends with the second", async () => {
    const second = Date.now() - (Date.now() % 1000);
    let wall = second + 250;
    const own = await startSimulator({ scenario: "empty", wallClock: () => new Date(wall) });
    const call = () => firewall(own, "DescribeRiskEventGroup", SESSION);
    const allowed = await Promise.all(Array.from({ length: 10 }, call));
    const refused = await call();
    const other = await firewall(own, "DescribeRiskEventStatistic", SESSION);
    wall = second + 1000;
    const again = await call();
    await own.close();
    expect(new Set(allowed.map(({ status }) => status))).toEqual(new Set([200]));
    expect(refused).toMatchObject({
      status: 400,
      code: "Throttling.User",
      headers: {
        "x-acs-retry-after": "750",
        "x-ratelimit-user-api": "Limit:10,Remain:0,TimeLeft:750,Reset:750",
      },
    });
    expect([other.status, again.status]).toEqual([200, 200]);
  });

  test("can be switched off", async () => {
    simulator.controls.faults.throttling(false);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => firewall(simulator, "DescribeRiskEventGroup", SESSION)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe("the log of requests", () => {
  test("names operation, parameters, time and outcome of every call", async () => {
    await waf(simulator, "DescribeApisecEvents", { EventLevel: "low" });
    await waf(simulator, "DescribeApisecEvents", { PageSize: 0 });
    expect(simulator.controls.requests.all("DescribeApisecEvents")).toMatchObject([
      { params: { EventLevel: "low" }, status: 200, code: null, at: expect.stringMatching(/^\d{4}-.*Z$/) },
      { params: { PageSize: "0" }, status: 400, code: "InvalidPageSize" },
    ]);
  });

  test("holds no key, signature, token or password", async () => {
    const { credentials } = simulator;
    await waf(simulator, "DescribeInstance", {}, { key: credentials.sts });
    await hss(simulator, RASP);
    const token = String((await login(simulator)).headers["x-subject-token"]);
    await hss(simulator, RASP, { token });
    const log = JSON.stringify(simulator.controls.requests.all());
    const secrets = [
      token,
      credentials.sts.securityToken,
      credentials.alibaba.accessKeyId,
      credentials.huawei.accessKey,
      credentials.iam.password,
      "Signature",
    ];
    expect(simulator.controls.requests.all()).toHaveLength(4);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
