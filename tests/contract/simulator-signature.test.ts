import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Simulator, startSimulator } from "@/lib/simulator";
import { decodePairs } from "@/lib/simulator/signature/percent-encoding";
import {
  alibabaRequest,
  hss,
  huaweiRequest,
  login,
  type SignedRequest,
  send,
  waf,
} from "@/tests/support/simulator-client";

const MINUTE = 60_000;
const WINDOW = { start_time: 1_736_380_800_000, end_time: 1_736_467_200_000, limit: 10 };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: "empty" });
  simulator.controls.faults.throttling(false);
});
afterAll(() => simulator.close());

function modify(): SignedRequest {
  return alibabaRequest(
    simulator,
    "waf",
    "ModifyApisecEvents",
    {
      InstanceId: simulator.credentials.instanceId,
      "EventIds.1": "c82cb276847e9c96f9597d9f4b0cdcff",
      UserStatus: "ignored",
      Note: "误报 ok*~+/=&",
    },
    { body: "RegionId=cn-hangzhou", headers: { "content-type": "application/x-www-form-urlencoded" } },
  );
}

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * MINUTE);
}

/** Replaces one character of a text by another one. */
function altered(text: string, position: number, replacement: string): string {
  const at = position % text.length;
  return text.slice(0, at) + replacement + text.slice(at + 1);
}

/** One place of a request where a byte can change. */
type Place = "path" | "query" | "body" | `header ${string}`;

function textAt(request: SignedRequest, place: Place): string {
  if (place === "path") return request.path;
  if (place === "query") return request.query;
  if (place === "body") return request.body.toString("latin1");
  return request.headers[place.slice("header ".length)] ?? "";
}

function withTextAt(request: SignedRequest, place: Place, text: string): SignedRequest {
  if (place === "path") return { ...request, path: text.startsWith("/") ? text : `/${text}` };
  if (place === "query") return { ...request, query: text };
  if (place === "body") return { ...request, body: Buffer.from(text, "latin1") };
  return { ...request, headers: { ...request.headers, [place.slice("header ".length)]: text } };
}

/** Both spellings of one percent-escape mean the same byte, for the real gateways as well. */
function meansTheSame(place: Place, before: string, after: string): boolean {
  return place === "query"
    ? JSON.stringify(decodePairs(before).sort()) === JSON.stringify(decodePairs(after).sort())
    : before === after;
}

async function refusesEveryAlteredByte(
  sign: () => SignedRequest,
  places: readonly Place[],
  codes: readonly (string | null)[],
): Promise<void> {
  const character = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789ABCDEFXYZ");
  const change = fc.tuple(fc.constantFrom(...places), fc.nat(), character);
  await fc.assert(
    fc.asyncProperty(change, async ([place, position, replacement]) => {
      const original = sign();
      const before = textAt(original, place);
      const after = altered(before, position, replacement);
      fc.pre(!meansTheSame(place, before, after));
      const answer = await send(withTextAt(original, place, after));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(codes).toContain(answer.code);
    }),
    { numRuns: 400, seed: 20260115 },
  );
}

describe("an Alibaba request", () => {
  test("is answered when it is signed as documented", async () => {
    const answer = await send(modify());
    expect(answer).toMatchObject({ status: 200, code: null });
  });

  test("is refused when one byte of path, query, body or a signed header is altered", async () => {
    await refusesEveryAlteredByte(
      modify,
      [
        "path",
        "query",
        "body",
        "header host",
        "header content-type",
        "header x-acs-action",
        "header x-acs-version",
        "header x-acs-date",
        "header x-acs-signature-nonce",
        "header x-acs-content-sha256",
        "header authorization",
      ],
      [
        "SignatureDoesNotMatch",
        "IncompleteSignature",
        "InvalidAccessKeyId.NotFound",
        "InvalidTimeStamp.Format",
        "InvalidTimeStamp.Expired",
      ],
    );
  });

  test.each(["GET", "PUT", "PATCH", "DELETE"])("is refused when its method becomes %s", async (method) => {
    const answer = await send({ ...modify(), method });
    expect(answer).toMatchObject({ status: 400, code: "SignatureDoesNotMatch" });
  });

  test("is refused when a signed header is added or taken away", async () => {
    const added = modify();
    const removed = modify();
    const { "content-type": _, ...headers } = removed.headers;
    const answers = await Promise.all([
      send({ ...added, headers: { ...added.headers, "x-acs-extra": "1" } }),
      send({ ...removed, headers }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(["SignatureDoesNotMatch", "SignatureDoesNotMatch"]);
  });

  test.each([
    ["a date 16 minutes old", { date: minutesAgo(16) }, 400, "InvalidTimeStamp.Expired"],
    ["a date 16 minutes ahead", { date: minutesAgo(-16) }, 400, "InvalidTimeStamp.Expired"],
    [
      "a date with milliseconds",
      { headers: { "x-acs-date": new Date().toISOString() } },
      400,
      "InvalidTimeStamp.Format",
    ],
    ["no date", { without: ["x-acs-date"] }, 400, "IllegalTimestamp"],
    ["no nonce", { without: ["x-acs-signature-nonce"] }, 400, "MissingSignatureNonce"],
    ["no body hash", { without: ["x-acs-content-sha256"] }, 400, "IncompleteSignature"],
    ["no action", { without: ["x-acs-action"] }, 400, "MissingParameter"],
    ["no version", { without: ["x-acs-version"] }, 400, "MissingParameter"],
    ["another version", { version: "2019-09-10" }, 400, "NoSuchVersion"],
    [
      "an unknown key",
      { key: { accessKeyId: "LTAI5tNobody", accessKeySecret: "x" } },
      404,
      "InvalidAccessKeyId.NotFound",
    ],
    [
      "a disabled key",
      { key: { accessKeyId: "LTAI5tDisabled", accessKeySecret: "x" } },
      400,
      "InvalidAccessKeyId.Inactive",
    ],
  ])("is refused with %s", async (_, options, status, code) => {
    expect(await waf(simulator, "DescribeInstance", {}, options)).toMatchObject({ status, code });
  });

  test("is refused when it names an operation that does not exist", async () => {
    const answer = await waf(simulator, "DeleteEverything");
    expect(answer).toMatchObject({ status: 404, code: "InvalidAction.NotFound" });
  });

  test("is answered with a date 14 minutes away in either direction", async () => {
    const answers = await Promise.all(
      [14, -14].map((minutes) => waf(simulator, "DescribeInstance", {}, { date: minutesAgo(minutes) })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("is refused when its nonce was used before, whatever else is new", async () => {
    const first = await waf(simulator, "DescribeInstance", {}, { nonce: "used-once" });
    const second = await waf(simulator, "DescribeApisecEvents", {}, { nonce: "used-once" });
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 400, code: "SignatureNonceUsed" });
  });
});

describe("temporary Alibaba credentials", () => {
  test("work with their token", async () => {
    const answer = await waf(simulator, "DescribeInstance", {}, { key: simulator.credentials.sts });
    expect(answer.status).toBe(200);
  });

  test("do not work with a token of one other byte", async () => {
    await refusesEveryAlteredByte(
      () => alibabaRequest(simulator, "waf", "DescribeInstance", {}, { key: simulator.credentials.sts }),
      ["header x-acs-security-token"],
      ["InvalidSecurityToken.MismatchWithAccessKey"],
    );
  });

  test.each([
    [
      "no token",
      (sts: Simulator["credentials"]["sts"]) => ({
        accessKeyId: sts.accessKeyId,
        accessKeySecret: sts.accessKeySecret,
      }),
      "MissingSecurityToken",
    ],
    [
      "a token of the wrong form",
      (sts: Simulator["credentials"]["sts"]) => ({ ...sts, securityToken: "not a token" }),
      "InvalidSecurityToken.Malformed",
    ],
    [
      "a foreign token",
      (sts: Simulator["credentials"]["sts"]) => ({ ...sts, securityToken: "CAISforeignforeignforeign" }),
      "InvalidSecurityToken.MismatchWithAccessKey",
    ],
  ])("are refused with %s", async (_, keyOf, code) => {
    const answer = await waf(simulator, "DescribeInstance", {}, { key: keyOf(simulator.credentials.sts) });
    expect(answer.code).toBe(code);
  });

  test("are refused after their end, while the lasting key goes on working", async () => {
    const own = await startSimulator({ scenario: "empty" });
    own.controls.expireSts();
    const temporary = await waf(own, "DescribeInstance", {}, { key: own.credentials.sts });
    const lasting = await waf(own, "DescribeInstance");
    await own.close();
    expect(temporary.code).toBe("InvalidSecurityToken.Expired");
    expect(lasting.status).toBe(200);
  });
});

describe("a Huawei request", () => {
  test("is answered with a signature of a lasting or of a temporary key", async () => {
    const answers = await Promise.all([
      hss(simulator, { ...WINDOW, attack_tag: "Attack Success" }),
      hss(simulator, WINDOW, { key: simulator.credentials.huaweiTemporary }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("is refused when one byte of path, query, body or a signed header is altered", async () => {
    await refusesEveryAlteredByte(
      () => huaweiRequest(simulator, { ...WINDOW, attack_tag: "Attack Success" }, { body: "{}" }),
      ["path", "query", "body", "header host", "header x-sdk-date", "header authorization"],
      ["APIGW.0301"],
    );
  });

  test.each([
    ["a date 16 minutes old", { date: minutesAgo(16) }],
    ["a date 16 minutes ahead", { date: minutesAgo(-16) }],
    ["an unknown key", { key: { accessKey: "NOBODY", secretKey: "x" } }],
    ["a token that nobody issued", { token: "MIInobody" }],
  ])("is refused with %s", async (_, options) => {
    expect(await hss(simulator, WINDOW, options)).toMatchObject({ status: 401, code: "APIGW.0301" });
  });

  test("is refused without signature and token", async () => {
    const { authorization: _, ...headers } = huaweiRequest(simulator, WINDOW).headers;
    const answer = await send({ ...huaweiRequest(simulator, WINDOW), headers });
    expect(answer).toMatchObject({ status: 401, code: "APIGW.0301" });
  });

  test("is refused with a temporary key whose token is missing", async () => {
    const { accessKey, secretKey } = simulator.credentials.huaweiTemporary;
    const answer = await hss(simulator, WINDOW, { key: { accessKey, secretKey } });
    expect(answer).toMatchObject({ status: 401, code: "APIGW.0301" });
  });

  test("is answered with an IAM token until that token is expired", async () => {
    const token = String((await login(simulator)).headers["x-subject-token"]);
    const before = await hss(simulator, WINDOW, { token });
    simulator.controls.iam.expireTokens();
    const after = await hss(simulator, WINDOW, { token });
    expect(before.status).toBe(200);
    expect(after).toMatchObject({ status: 401, code: "APIGW.0301" });
  });
});
