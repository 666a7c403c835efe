import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { CloudClientDeps } from "@/lib/server/clouds/cloud-client";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { describeRiskEventGroup } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-group";
import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import type { CloudClient, CloudOperation } from "@/lib/server/clouds/operation";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { describeInstance } from "@/lib/server/clouds/waf/describe-instance";
import { modifyApisecEvents } from "@/lib/server/clouds/waf/modify-apisec-events";
import { Secret } from "@/lib/server/config/secret";
import {
  firewallConnection,
  hssConnection,
  iamCredentials,
  PLANTED,
  testClient,
  wafConnection,
} from "../../support/cloud-connections";
import { hangingFetch, type ScriptedAnswer, scriptedFetch } from "../../support/scripted-fetch";

const PAGE = { body: { TotalCount: 0, Data: [], RequestId: "R-1" } };
const RANGE = { StartTime: 1, EndTime: 2 };
const RASP_RANGE = { start_time: 1, end_time: 2 };

function options(signal = new AbortController().signal) {
  return { signal, priority: "person" } as const;
}

/** Waits are noted, not waited for. */
function recordingSleep() {
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  return { waits, sleep };
}

async function failure(work: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await work.catch((cause: unknown) => cause);
  if (error instanceof CloudError) return error;
  throw new Error("no CloudError came", { cause: error });
}

function waf(script: Parameters<typeof scriptedFetch>[0], deps: Partial<CloudClientDeps> = {}) {
  const { fetch, sent } = scriptedFetch(script);
  return { client: testClient(wafConnection(), { fetch, random: () => 0, ...deps }), sent };
}

const list = (client: CloudClient) => client.call(describeApisecEvents, {}, options());

describe("a call", () => {
  it("fills in what the connection knows and sends the rest as it is", async () => {
    const connection = wafConnection({ region: "eu-central-1", clusterId: "c-1", resourceGroupId: "rg-1" });
    const { fetch, sent } = scriptedFetch([PAGE]);
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
    const { client } = waf([{ body }]);
    const answer = await list(client);
    expect(answer.body).toBe(body);
    expect(answer.data.Data).toHaveLength(3);
    expect(answer.data).toMatchObject({ TotalCount: 3, New: {} });
  });

  it("refuses parameters that the connection fills in, and unknown or wrong ones, before any request", async () => {
    const { client, sent } = waf([PAGE]);
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
    const { client } = waf([PAGE]);
    const error = await failure(client.call(listRaspEvents, RASP_RANGE, options()));
    expect(error.message).toMatch(/ListRaspEvents is an operation of hss/);
  });
});

describe("a failed call is tried again", () => {
  const throttled = {
    status: 400,
    body: { Code: "Throttling.User", Message: "slow down", RequestId: "R-9" },
  };

  it.each<[string, ScriptedAnswer | Error]>([
    ["throttling", throttled],
    ["throttling in a successful status", { ...throttled, status: 200 }],
    ["a plain 429", { status: 429, body: "" }],
    ["a server error", { status: 500, body: { Code: "InternalError", Message: "" } }],
    ["a server error in HTML", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a broken connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
    ["a used nonce", { status: 400, body: { Code: "SignatureNonceUsed", Message: "" } }],
  ])("after %s, with a new nonce", async (_, first) => {
    const { client, sent } = waf([first, PAGE]);
    await expect(list(client)).resolves.toMatchObject({ requestId: "R-1" });
    const nonces = sent.map(({ headers }) => headers.get("x-acs-signature-nonce"));
    expect(new Set(nonces).size).toBe(2);
  });

  it.each(["ErrorDBSelectError", "ErrorMarshalJSON"])(
    "after Cloud Firewall's %s, although it is a 400",
    async (Code) => {
      const { fetch, sent } = scriptedFetch([{ status: 400, body: { Code, Message: "" } }, { body: {} }]);
      await testClient(firewallConnection(), { fetch }).call(describeRiskEventGroup, RANGE, options());
      expect(sent).toHaveLength(2);
    },
  );

  it("waits longer every time, with jitter, and gives up after five tries", async () => {
    const { waits, sleep } = recordingSleep();
    const { client, sent } = waf([{ status: 500, body: "" }], { sleep, random: () => 0.5 });
    expect(await failure(list(client))).toMatchObject({ kind: "unavailable", facts: { httpStatus: 500 } });
    expect(sent).toHaveLength(5);
    expect(waits).toEqual([250, 500, 1000, 2000]);
  });

  it.each([
    [{ "x-acs-retry-after": "3000" }, 3000],
    [{ "x-ratelimit-user-api": "Limit:1,Remain:0,TimeLeft:2000,Reset:1234" }, 2000],
    [
      {
        "x-ratelimit-user-api": "Limit:1,Remain:0,TimeLeft:1500,Reset:1",
        "x-ratelimit-user": "Limit:1,Remain:0,TimeLeft:2500,Reset:1",
      },
      2500,
    ],
    [{ "retry-after": "2" }, 2000],
    [{ "x-acs-retry-after": "-5", "x-ratelimit-user": "TimeLeft:soon" }, 20],
  ])("as late as the cloud asks for: %o", async (headers, expected) => {
    const { waits, sleep } = recordingSleep();
    const { client } = waf([{ ...throttled, headers }, PAGE], { sleep });
    await list(client);
    expect(waits).toEqual([expected]);
  });

  it("but not when the cloud asks for more time than the call has", async () => {
    const headers = { "x-acs-retry-after": "3600000" };
    const { client, sent } = waf([{ ...throttled, headers }]);
    expect(await failure(list(client))).toMatchObject({
      kind: "throttled",
      facts: { retryAfterMs: 3_600_000 },
    });
    expect(sent).toHaveLength(1);
  });
});

describe("a write", () => {
  const write = (client: CloudClient) =>
    client.call(modifyApisecEvents, { EventIds: ["a"], UserStatus: "ignored" }, options());

  it("is repeated after throttling: the cloud has not carried it out", async () => {
    const { client, sent } = waf([{ status: 400, body: { Code: "Throttling", Message: "" } }, PAGE]);
    await write(client);
    expect(sent).toHaveLength(2);
  });

  it.each<[string, ScriptedAnswer | Error, string]>([
    ["a broken connection", new Error("reset"), "network"],
    ["a server error", { status: 500, body: "" }, "unavailable"],
    ["an unreadable answer", { body: "{" }, "malformed"],
  ])("is not repeated after %s: it may have been carried out", async (_, answer, kind) => {
    const { client, sent } = waf([answer]);
    expect(await failure(write(client))).toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });

  it("is not repeated after a time-out", async () => {
    const client = testClient(wafConnection(), { fetch: hangingFetch, timeoutMs: 10 });
    expect(await failure(write(client))).toMatchObject({ kind: "timeout" });
  });
});

describe("an error of a cloud", () => {
  it.each([
    [400, { Code: "SignatureDoesNotMatch" }, "unauthenticated"],
    [404, { Code: "InvalidAccessKeyId.NotFound" }, "unauthenticated"],
    [400, { Code: "InvalidSecurityToken.Expired" }, "unauthenticated"],
    [400, { Code: "InvalidTimeStamp.Expired" }, "unauthenticated"],
    [403, { Code: "Forbidden.RAM" }, "denied"],
    [200, { Code: "NoPermission" }, "denied"],
    [404, { Code: "InvalidApi.NotFound" }, "not-found"],
    [400, { Code: "MissingParameter" }, "invalid"],
    [200, { code: "InvalidParameter" }, "invalid"],
    [503, { Code: "ServiceUnavailable" }, "unavailable"],
  ])("HTTP %i with %o is told by its code: %s", async (status, body, kind) => {
    const { client } = waf([{ status, body: { ...body, Message: "no", RequestId: "R-7" } }]);
    expect(await failure(list(client))).toMatchObject({
      kind,
      facts: { code: Object.values(body)[0], httpStatus: status, requestId: "R-7" },
    });
  });

  it.each([
    [400, { error_code: "HSS.0013", error_msg: "no" }, "denied"],
    [400, { error_code: "HSS.0001", error_msg: "no" }, "invalid"],
    [401, { error_code: "APIGW.0301", error_msg: "no" }, "unauthenticated"],
    [403, { errorCode: "APIGW.0302", errorMsg: "no" }, "denied"],
    [404, { error: { code: "APIGW.0101", message: "no" } }, "not-found"],
    [413, { error_code: "APIGW.0201", error_msg: "no" }, "invalid"],
    [502, { error_code: "APIGW.0201", error_msg: "no" }, "unavailable"],
    [429, { error_code: "APIGW.0308", error_msg: "no" }, "throttled"],
  ])("of Huawei, HTTP %i with %o: %s", async (status, body, kind) => {
    const { fetch } = scriptedFetch([{ status, body, headers: { "x-request-id": "H-1" } }]);
    const client = testClient(hssConnection(), { fetch, budgets: { take: async () => {} } });
    expect(await failure(client.call(listRaspEvents, RASP_RANGE, options()))).toMatchObject({
      kind,
      facts: { requestId: "H-1" },
    });
  });

  it("of missing permission names the action to grant", async () => {
    const { client } = waf([{ status: 403, body: { Code: "NoPermission", Message: "denied" } }]);
    expect((await failure(list(client))).message).toContain("yundun-waf:DescribeApisecEvents");
  });

  it.each<[string, ScriptedAnswer]>([
    ["HTML", { body: "<html><body>Sign in</body></html>" }],
    ["truncated JSON", { body: '{"Data":[{"EventId":"1"' }],
    ["nothing", { body: "" }],
    ["a list", { body: "[]" }],
    ["records that are no list", { body: { Data: "none" } }],
    ["a redirect", { status: 302, headers: { location: "https://evil.example.com" }, body: "" }],
    ["too much", { body: { Data: ["x".repeat(2000)] } }],
  ])("that is %s is malformed, not an empty list", async (_, answer) => {
    const { client, sent } = waf([answer], { maxBodyBytes: 1000 });
    const error = await failure(list(client));
    expect(error.kind).toBe("malformed");
    expect(error.message.length).toBeLessThan(300);
    expect(sent).toHaveLength(1);
  });

  it("repeats no secret, control character or long text of the answer", async () => {
    const Message = `key ${PLANTED.accessKeyId} token \u001b[31m\n${"x".repeat(5000)}`;
    const { client } = waf([{ status: 400, body: { Code: "InvalidParameter", Message } }]);
    const error = await failure(list(client));
    expect(error.message).toContain("key [secret] token");
    expect(error.message).not.toMatch(/\p{Cc}|Planted/u);
    expect(error.message.length).toBeLessThan(300);
  });

  it("of a signature leaves out the cloud's text, which repeats the string to sign", async () => {
    const Message = "server string to sign is: POST\nx-acs-security-token:abc";
    const { client } = waf([{ status: 400, body: { Code: "SignatureDoesNotMatch", Message } }]);
    expect((await failure(list(client))).message).toMatch(/Check the connection's credentials/);
    expect((await failure(list(client))).message).not.toContain("string to sign");
  });
});

describe("time", () => {
  it("ends a try, and all tries together", async () => {
    const client = testClient(wafConnection(), {
      fetch: hangingFetch,
      timeoutMs: 15,
      overallMs: { person: 40, background: 40 },
    });
    expect(await failure(list(client))).toMatchObject({ kind: "timeout" });
  });

  it("ends the waiting of a person for the budget", async () => {
    const client = testClient(firewallConnection(), {
      fetch: hangingFetch,
      overallMs: { person: 20, background: 20 },
      budgets: { take: ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", reject)) },
    });
    const error = await failure(client.call(describeRiskEventGroup, RANGE, options()));
    expect(error).toMatchObject({ kind: "timeout", message: expect.stringContaining("waiting and retries") });
  });

  it.each<[string, Partial<CloudClientDeps>]>([
    ["the answer", { fetch: hangingFetch }],
    [
      "the budget",
      {
        budgets: {
          take: ({ signal }) =>
            new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
        },
      },
    ],
    [
      "the next try",
      {
        fetch: scriptedFetch([{ status: 500 }]).fetch,
        sleep: (_, signal) =>
          new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      },
    ],
  ])("is not spent on a caller that goes away while waiting for %s", async (_, deps) => {
    const gone = new AbortController();
    const client = testClient(firewallConnection(), deps);
    const call = client.call(describeRiskEventGroup, RANGE, options(gone.signal));
    setImmediate(() => gone.abort());
    expect(await failure(call)).toMatchObject({ kind: "cancelled" });
  });
});

describe("the WAF instance", () => {
  const answers = (call: { url: URL; headers: Headers }): ScriptedAnswer =>
    call.headers.get("x-acs-action") === "DescribeInstance"
      ? { body: { InstanceId: "waf-found", RequestId: "R-2" } }
      : PAGE;

  function withoutInstance(script: Parameters<typeof scriptedFetch>[0]) {
    const { instanceId: _, ...connection } = wafConnection();
    const { fetch, sent } = scriptedFetch(script);
    const actions = () => sent.map(({ headers }) => headers.get("x-acs-action"));
    return { client: testClient(connection, { fetch }), sent, actions };
  }

  it("is looked up once for callers at the same time and later", async () => {
    const { client, sent, actions } = withoutInstance(answers);
    await Promise.all([list(client), list(client), list(client)]);
    await list(client);
    expect(actions().filter((action) => action === "DescribeInstance")).toHaveLength(1);
    expect(sent.at(-1)?.url.searchParams.get("InstanceId")).toBe("waf-found");
  });

  it("that does not exist is told with the mend, and looked for again", async () => {
    let owned = false;
    const { client } = withoutInstance((request) =>
      owned ? answers(request) : { body: { RequestId: "R-3" } },
    );
    expect(await failure(list(client))).toMatchObject({
      kind: "not-found",
      message: expect.stringMatching(/owns no WAF 3.0 instance at the site cn-hangzhou.*instanceId/),
    });
    owned = true;
    await expect(list(client)).resolves.toBeDefined();
  });

  it("is still found for others when the first caller goes away", async () => {
    const { client } = withoutInstance(answers);
    const gone = new AbortController();
    const first = failure(client.call(describeApisecEvents, {}, options(gone.signal)));
    const second = list(client);
    gone.abort();
    expect(await first).toMatchObject({ kind: "cancelled" });
    await expect(second).resolves.toBeDefined();
  });

  it("is not needed to describe the instance itself", async () => {
    const { client, actions } = withoutInstance(answers);
    await client.call(describeInstance, {}, options());
    expect(actions()).toEqual(["DescribeInstance"]);
  });
});

describe("a token of IAM", () => {
  const TOKEN_BODY = { token: { expires_at: "2026-01-03T03:04:05.000000Z" } };

  function hss(rasp: (token: string | null) => ScriptedAnswer = () => ({ body: {} })) {
    let now = Date.parse("2026-01-02T03:04:05Z");
    let tokens = 0;
    const { fetch, sent } = scriptedFetch(({ url, headers }) => {
      if (url.pathname !== "/v3/auth/tokens") return rasp(headers.get("x-auth-token"));
      tokens += 1;
      return { status: 201, headers: { "x-subject-token": `token-${tokens}` }, body: TOKEN_BODY };
    });
    const connection = hssConnection({ credentials: iamCredentials("https://iam.example.com") });
    const client = testClient(connection, {
      fetch,
      clock: () => new Date(now),
      budgets: { take: async () => {} },
    });
    const call = () => client.call(listRaspEvents, RASP_RANGE, options());
    const pass = (ms: number) => {
      now += ms;
    };
    return { call, sent, pass, fetched: () => tokens };
  }

  it("is fetched once for callers at the same time, scoped to the project, and sent along", async () => {
    const { call, sent, fetched } = hss();
    await Promise.all([call(), call()]);
    expect(fetched()).toBe(1);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: {
              name: "watchfloor-reader",
              password: PLANTED.password,
              domain: { name: "example-domain" },
            },
          },
        },
        scope: { project: { id: "0123456789abcdef0123456789abcdef" } },
      },
    });
    expect(sent.at(-1)?.headers.get("x-auth-token")).toBe("token-1");
    expect(sent.at(-1)?.url.pathname).toBe("/v5/0123456789abcdef0123456789abcdef/rasp/events");
  });

  it("is used for less than 24 hours", async () => {
    const { call, pass, fetched } = hss();
    await call();
    pass(22 * 3_600_000);
    await call();
    expect(fetched()).toBe(1);
    pass(1.1 * 3_600_000);
    await call();
    expect(fetched()).toBe(2);
  });

  it("is renewed once when it is refused", async () => {
    const { call, fetched } = hss((token) =>
      token === "token-1" ? { status: 401, body: { error_code: "APIGW.0307", error_msg: "" } } : { body: {} },
    );
    await call();
    expect(fetched()).toBe(2);
  });

  it("is not fetched over and over when every one is refused", async () => {
    const { call, fetched } = hss(() => ({ status: 401, body: { error_code: "APIGW.0301", error_msg: "" } }));
    expect(await failure(call())).toMatchObject({ kind: "unauthenticated" });
    expect(fetched()).toBe(2);
  });

  it("that IAM refuses is told with the mend and without the password", async () => {
    const { fetch } = scriptedFetch([{ status: 401, body: { error: { message: PLANTED.password } } }]);
    const connection = hssConnection({ credentials: iamCredentials("https://iam.example.com") });
    const call = testClient(connection, { fetch }).call(listRaspEvents, RASP_RANGE, options());
    const error = await failure(call);
    expect(error).toMatchObject({ kind: "unauthenticated", message: expect.stringContaining("Check user") });
    expect(inspect(error)).not.toContain("Planted");
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
