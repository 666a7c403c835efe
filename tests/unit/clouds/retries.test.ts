import { describe, expect, it } from "vitest";
import type { CloudClientDeps } from "@/lib/server/clouds/cloud-client";
import { describeRiskEventGroup } from "@/lib/server/clouds/cloud-firewall/describe-risk-event-group";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { modifyApisecEvents } from "@/lib/server/clouds/waf/modify-apisec-events";
import {
  EMPTY_PAGE,
  failure,
  listApisecEvents,
  options,
  RANGE,
  scriptedWaf,
} from "../../support/cloud-calls";
import { firewallConnection, testClient, wafConnection } from "../../support/cloud-connections";
import { hangingFetch, type ScriptedAnswer, scriptedFetch } from "../../support/scripted-fetch";

/** Waits are noted, not waited for. */
function recordingSleep() {
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  return { waits, sleep };
}

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
    const { client, sent } = scriptedWaf([first, EMPTY_PAGE]);
    await expect(listApisecEvents(client)).resolves.toMatchObject({ requestId: "R-1" });
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

  it("but not after a time-out where the caller has a better way than the same again", async () => {
    const tries: number[] = [];
    const client = testClient(firewallConnection(), {
      fetch: (input, init) => {
        tries.push(tries.length);
        return hangingFetch(input, init);
      },
      timeoutMs: 10,
    });
    const call = (timeoutEnds: boolean) =>
      failure(client.call(describeRiskEventGroup, RANGE, { ...options(), timeoutEnds }));
    expect(await call(true)).toMatchObject({ kind: "timeout" });
    expect(tries).toHaveLength(1);
    expect(await call(false)).toMatchObject({ kind: "timeout" });
    expect(tries).toHaveLength(6);
  });

  it("waits longer every time, with jitter, and gives up after five tries", async () => {
    const { waits, sleep } = recordingSleep();
    const { client, sent } = scriptedWaf([{ status: 500, body: "" }], { sleep, random: () => 0.5 });
    expect(await failure(listApisecEvents(client))).toMatchObject({
      kind: "unavailable",
      facts: { httpStatus: 500 },
    });
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
    const { client } = scriptedWaf([{ ...throttled, headers }, EMPTY_PAGE], { sleep });
    await listApisecEvents(client);
    expect(waits).toEqual([expected]);
  });

  it("but not when the cloud asks for more time than the call has", async () => {
    const headers = { "x-acs-retry-after": "3600000" };
    const { client, sent } = scriptedWaf([{ ...throttled, headers }]);
    expect(await failure(listApisecEvents(client))).toMatchObject({
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
    const { client, sent } = scriptedWaf([
      { status: 400, body: { Code: "Throttling", Message: "" } },
      EMPTY_PAGE,
    ]);
    await write(client);
    expect(sent).toHaveLength(2);
  });

  it.each<[string, ScriptedAnswer | Error, string]>([
    ["a broken connection", new Error("reset"), "network"],
    ["a server error", { status: 500, body: "" }, "unavailable"],
    ["an unreadable answer", { body: "{" }, "malformed"],
  ])("is not repeated after %s: it may have been carried out", async (_, answer, kind) => {
    const { client, sent } = scriptedWaf([answer]);
    expect(await failure(write(client))).toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });

  it("is not repeated after a time-out", async () => {
    const client = testClient(wafConnection(), { fetch: hangingFetch, timeoutMs: 10 });
    expect(await failure(write(client))).toMatchObject({ kind: "timeout" });
  });
});

describe("time", () => {
  it("ends a try, and all tries together", async () => {
    const client = testClient(wafConnection(), {
      fetch: hangingFetch,
      timeoutMs: 15,
      overallMs: { person: 40, background: 40 },
    });
    expect(await failure(listApisecEvents(client))).toMatchObject({ kind: "timeout" });
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
