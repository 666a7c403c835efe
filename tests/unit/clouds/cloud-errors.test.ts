import { describe, expect, it } from "vitest";
import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import { Secret } from "@/lib/server/config/secret";
import { describeError } from "@/lib/server/describe-error";
import { failure, listApisecEvents, options, RASP_RANGE, scriptedWaf } from "../../support/cloud-calls";
import { hssConnection, PLANTED, testClient, wafConnection } from "../../support/cloud-connections";
import { type ScriptedAnswer, scriptedFetch } from "../../support/scripted-fetch";

describe("an error of a cloud", () => {
  it.each([
    [400, { Code: "SignatureDoesNotMatch" }, "unauthenticated"],
    [404, { Code: "InvalidAccessKeyId.NotFound" }, "unauthenticated"],
    [400, { Code: "InvalidSecurityToken.Expired" }, "unauthenticated"],
    [400, { Code: "InvalidTimeStamp.Expired" }, "wrong-clock"],
    [403, { Code: "Forbidden.RAM" }, "denied"],
    [200, { Code: "NoPermission" }, "denied"],
    [404, { Code: "InvalidApi.NotFound" }, "not-found"],
    [400, { Code: "MissingParameter" }, "invalid"],
    [200, { code: "InvalidParameter" }, "invalid"],
    [503, { Code: "ServiceUnavailable" }, "unavailable"],
  ])("HTTP %i with %o is told by its code: %s", async (status, body, kind) => {
    const { client } = scriptedWaf([{ status, body: { ...body, Message: "no", RequestId: "R-7" } }]);
    expect(await failure(listApisecEvents(client))).toMatchObject({
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
    const { client } = scriptedWaf([{ status: 403, body: { Code: "NoPermission", Message: "denied" } }]);
    expect((await failure(listApisecEvents(client))).message).toContain("yundun-waf:DescribeApisecEvents");
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
    const { client, sent } = scriptedWaf([answer], { maxBodyBytes: 1000 });
    const error = await failure(listApisecEvents(client));
    expect(error.kind).toBe("malformed");
    expect(error.message.length).toBeLessThan(300);
    expect(sent).toHaveLength(1);
  });

  it("repeats no secret, control character or long text of the answer", async () => {
    const Message = `key ${PLANTED.accessKeyId} token \u001b[31m\n${"x".repeat(5000)}`;
    const { client } = scriptedWaf([{ status: 400, body: { Code: "InvalidParameter", Message } }]);
    const error = await failure(listApisecEvents(client));
    expect(error.message).toContain("key [secret] token");
    expect(error.message).not.toMatch(/\p{Cc}|Planted/u);
    expect(error.message.length).toBeLessThan(300);
  });

  it("keeps of the cloud's code and request id what can be stored and shown", async () => {
    const hostile = `a\u0000b ${PLANTED.accessKeyId}${"x".repeat(5000)}`;
    const { client } = scriptedWaf([{ status: 400, body: { Code: hostile, RequestId: hostile } }]);
    const { facts } = await failure(listApisecEvents(client));
    for (const text of [facts.code, facts.requestId]) {
      expect(text).toMatch(/^a b \[secret\]x+/);
      expect(text?.length).toBeLessThan(300);
    }
  });

  it("whose body breaks off is told as such, and not as a cloud that cannot be reached", async () => {
    const broken = new TypeError("terminated", {
      cause: Object.assign(new Error(), { code: "UND_ERR_SOCKET" }),
    });
    const body = () => new ReadableStream({ start: (controller) => controller.error(broken) });
    const client = testClient(wafConnection(), { fetch: async () => new Response(body()), random: () => 0 });
    expect(await failure(listApisecEvents(client))).toMatchObject({
      kind: "unavailable",
      message: "The cloud's answer could not be read to its end (UND_ERR_SOCKET).",
      facts: { operation: "DescribeApisecEvents", httpStatus: 200 },
    });
  });

  it("of the clock says so, and blames no key", async () => {
    const { client } = scriptedWaf([{ status: 400, body: { Code: "InvalidTimeStamp.Expired" } }]);
    expect((await failure(listApisecEvents(client))).message).toMatch(/Set this server's clock/);
  });

  it.each(["\n", "\u4e2d"])(
    "tells of a token with %j in it, which no header can carry, and nothing of the token",
    async (odd) => {
      const securityToken = new Secret(`${PLANTED.securityToken}${odd}x`);
      const keys = new Secret(PLANTED.accessKeyId);
      const connection = wafConnection({
        credentials: { kind: "alibaba-keys", accessKeyId: keys, accessKeySecret: keys, securityToken },
      });
      const error = await failure(listApisecEvents(testClient(connection, { fetch })));
      expect(error).toMatchObject({
        kind: "unauthenticated",
        message: expect.stringContaining("Copy it again"),
      });
      expect(JSON.stringify(describeError(error))).not.toContain("Planted");
    },
  );

  it("of a signature leaves out the cloud's text, which repeats the string to sign", async () => {
    const Message = "server string to sign is: POST\nx-acs-security-token:abc";
    const { client } = scriptedWaf([{ status: 400, body: { Code: "SignatureDoesNotMatch", Message } }]);
    expect((await failure(listApisecEvents(client))).message).toMatch(/Check the connection's credentials/);
    expect((await failure(listApisecEvents(client))).message).not.toContain("string to sign");
  });
});
