import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  FACTORY_EPOCH,
  type RaspEventRecord,
  raspEvent,
  type Simulator,
  startSimulator,
} from "@/lib/simulator";
import { hss, huaweiRequest, login, postToken, rowsOf, send } from "@/tests/support/simulator-client";

const NOW = FACTORY_EPOCH * 1000;
const WINDOW = { start_time: NOW - 86_400_000, end_time: NOW };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: "empty", clock: () => new Date(NOW) });
  simulator.controls.faults.throttling(false);
});
beforeEach(() => simulator.controls.hss.clear());
afterAll(() => simulator.close());

async function listed(params: Record<string, string | number> = {}): Promise<Record<string, unknown>[]> {
  return rowsOf(await hss(simulator, { ...WINDOW, ...params }), "data_list");
}

describe("bad parameters of ListRaspEvents", () => {
  test.each([
    [{ start_time: "" }],
    [{ start_time: "yesterday" }],
    [{ end_time: -1 }],
    [{ end_time: "9223372036854775808" }],
    [{ limit: 9 }],
    [{ limit: 201 }],
    [{ limit: "ten" }],
    [{ offset: -1 }],
    [{ offset: 2_000_001 }],
    [{ host_id: "" }],
    [{ host_id: "x".repeat(65) }],
    [{ enterprise_project_id: "x".repeat(257) }],
  ])("%j answers HTTP 400 HSS.0001", async (params) => {
    const answer = await hss(simulator, { ...WINDOW, ...params });
    expect(answer).toMatchObject({ status: 400, code: "HSS.0001", json: { request_id: expect.any(String) } });
  });

  test.each([
    [{ severity: "high" }],
    [{ severity: "4" }],
    [{ attack_tag: "abnormal_behavior" }],
    [{ attack_tag: "1" }],
    [{ app_type: "Java" }],
    [{ protect_status: "on" }],
    [{ start_time: NOW, end_time: NOW - 1 }],
    [{ start_time: NOW, end_time: NOW }],
  ])("%j answers an empty list instead of an error", async (params) => {
    simulator.controls.hss.add(raspEvent(1));
    const { status, json } = await hss(simulator, { ...WINDOW, ...params });
    expect({ status, json }).toEqual({ status: 200, json: { total_num: 0, data_list: [] } });
  });

  test("without its times it names the one that is missing", async () => {
    const answer = await hss(simulator, { end_time: NOW });
    expect(answer.json.error_msg).toContain("start_time");
  });

  test("another project is denied, another route does not exist", async () => {
    const foreign = await hss(simulator, WINDOW, { projectId: "f".repeat(32) });
    const { token } = await freshToken();
    const request = huaweiRequest(simulator, WINDOW, { token });
    const unknown = await send({ ...request, path: "/v5/any/event/events" });
    const wrongMethod = await send({ ...request, method: "POST" });
    expect(foreign).toMatchObject({ status: 400, code: "HSS.0010" });
    expect(unknown).toMatchObject({ status: 404, code: "APIGW.0101" });
    expect(wrongMethod).toMatchObject({ status: 404, code: "APIGW.0101" });
  });
});

async function freshToken(): Promise<{ token: string }> {
  return { token: String((await login(simulator)).headers["x-subject-token"]) };
}

describe("ListRaspEvents", () => {
  const filters: readonly (readonly [Record<string, string>, Partial<RaspEventRecord>])[] = [
    [{ severity: "Critical" }, { severity: "Critical" }],
    [{ attack_tag: "Collapsible Host" }, { attack_tag: "collapsible_host" }],
    [{ attack_tag: "Collapsible Host" }, { attack_tag: "Collapsible Host" }],
    [{ protect_status: "closed" }, { protectStatus: "closed" }],
    [{ host_id: "host-1" }, { hostId: "host-1" }],
    [{ enterprise_project_id: "ep-1" }, { enterpriseProjectId: "ep-1" }],
  ];

  test.each(filters)("keeps only the matching rows for %j", async (params, fields) => {
    const plain = { severity: "Low", attack_tag: "attack_attempt", host_name: "other" };
    simulator.controls.hss.add(
      raspEvent(1, { ...plain, ...fields, host_name: "wanted" }),
      raspEvent(2, plain),
      raspEvent(3, plain),
    );
    expect((await listed(params)).map((row) => row.host_name)).toEqual(["wanted"]);
  });

  test("reads the default enterprise project, or all of them on request", async () => {
    simulator.controls.hss.add(raspEvent(1), raspEvent(2, { enterpriseProjectId: "ep-1" }));
    expect(await listed()).toHaveLength(1);
    expect(await listed({ enterprise_project_id: "all_granted_eps" })).toHaveLength(2);
  });

  test("counts both ends of the time range in, and compares times that came as text", async () => {
    simulator.controls.hss.add(
      raspEvent("start", { alarm_time: WINDOW.start_time }),
      raspEvent("end", { alarm_time: String(WINDOW.end_time) }),
      raspEvent("before", { alarm_time: WINDOW.start_time - 1 }),
      raspEvent("after", { alarm_time: WINDOW.end_time + 1 }),
    );
    expect((await listed()).map((row) => row.alarm_time)).toEqual([
      String(WINDOW.end_time),
      WINDOW.start_time,
    ]);
  });

  test("delivers each row once over its pages, newest first, ten at a time by default", async () => {
    const events = Array.from({ length: 23 }, (_, index) => raspEvent(index));
    simulator.controls.hss.add(...events);
    const pages = await Promise.all([0, 10, 20, 30].map((offset) => listed({ offset })));
    const newestFirst = events.map(({ alarm_time }) => Number(alarm_time)).sort((a, b) => b - a);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 3, 0]);
    expect(pages.flat().map((row) => row.alarm_time)).toEqual(newestFirst);
  });

  test("shows equal rows as often as they happened, and no id to tell them apart", async () => {
    const event = raspEvent(1);
    simulator.controls.hss.add(event, { ...event, key: "copy" });
    const rows = await listed();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
    expect(Object.keys(rows[0] ?? {}).filter((name) => /id|key/i.test(name))).toEqual([]);
  });

  test("shows a late row only from its time on", async () => {
    simulator.controls.hss.add(raspEvent("late", { visibleFrom: FACTORY_EPOCH + 1 }), raspEvent("in time"));
    expect(await listed()).toHaveLength(1);
  });
});

describe("the limit of HSS", () => {
  test("allows five calls a minute, answers 429 APIGW.0308 without a hint, and opens again", async () => {
    let wall = Date.now();
    const own = await startSimulator({ scenario: "empty", wallClock: () => new Date(wall) });
    const call = () => hss(own, WINDOW, { date: new Date(wall) });
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) statuses.push((await call()).status);
    const refused = await call();
    wall += 60_000;
    const again = await call();
    await own.close();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(refused).toMatchObject({ status: 429, code: "APIGW.0308" });
    expect(refused.headers).not.toHaveProperty("retry-after");
    expect(again.status).toBe(200);
  });

  test("counts all users of one address together", async () => {
    const own = await startSimulator({ scenario: "empty" });
    const keys = [own.credentials.huawei, own.credentials.huaweiTemporary];
    const statuses: number[] = [];
    for (const key of [...keys, ...keys, ...keys]) statuses.push((await hss(own, WINDOW, { key })).status);
    await own.close();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe("IAM", () => {
  test("answers a login with 201 and the token in the header alone", async () => {
    const answer = await login(simulator);
    const token = String(answer.headers["x-subject-token"]);
    expect(answer.status).toBe(201);
    expect(token.length).toBeGreaterThan(500);
    expect(answer.text).not.toContain(token);
  });

  test("lets a new token leave the older one valid", async () => {
    const [first, second] = [await freshToken(), await freshToken()];
    const answers = await Promise.all([first, second].map((options) => hss(simulator, WINDOW, options)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("ends a token's life after its time", async () => {
    let wall = Date.now();
    const own = await startSimulator({ scenario: "empty", wallClock: () => new Date(wall) });
    const token = String((await login(own)).headers["x-subject-token"]);
    wall += 24 * 60 * 60 * 1000 - 1;
    const before = await hss(own, WINDOW, { token });
    wall += 1;
    const after = await hss(own, WINDOW, { token });
    await own.close();
    expect([before.status, after.status]).toEqual([200, 401]);
  });

  test.each([
    [{ user: "nobody" }, 401],
    [{ password: "wrong" }, 401],
    [{ domain: "other" }, 401],
    [{ project: { id: "other" } }, 403],
    [{ project: { name: "cn-north-4" } }, 201],
  ])("answers a login with %j with %i", async (overrides, status) => {
    expect((await login(simulator, overrides)).status).toBe(status);
  });

  test.each([
    ["not json"],
    [{}],
    [{ auth: { identity: { methods: ["token"] } } }],
    [{ auth: { identity: { methods: ["password"] } } }],
  ])("answers the body %j with 400", async (body) => {
    expect(await postToken(simulator, body)).toMatchObject({ status: 400, json: { error: { code: 400 } } });
  });

  test("refuses the old password once it was changed", async () => {
    const own = await startSimulator({ scenario: "empty" });
    own.controls.iam.setPassword("new");
    const answers = [await login(own), await login(own, { password: "new" })];
    await own.close();
    expect(answers.map(({ status }) => status)).toEqual([401, 201]);
  });
});
