import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASK } from "@/lib/events/mask";
import { maskJson, maskJsonText } from "@/lib/server/sources/samples/mask-json";
import { maskMessage } from "@/lib/server/sources/samples/mask-message";

const SECRET = "s3cr3t-value";

describe("maskJson", () => {
  it.each([
    ["a member named like a secret", { password: SECRET }],
    ["all below such a member", { credentials: { user: SECRET, list: [SECRET, 5] } }],
    ["a header that is not known to be harmless", { headers: { "x-own": SECRET } }],
    ["such a header in a list", { req_headers: { "x-own": [SECRET] } }],
    ["headers as pairs", { headers: [{ name: "Cookie", value: SECRET }] }],
    ["parameters as pairs", { params: [{ key: "access_token", value: SECRET }] }],
    ["headers as lines", { header: [`X-Own: ${SECRET}`] }],
    ["headers as text", { RequestHeader: `Host: a\nX-Own: ${SECRET}` }],
    ["a message as text", { payload: `GET / HTTP/1.1\nX-Own: ${SECRET}` }],
    ["an address", { url: `/a?token=${SECRET}` }],
    ["JSON as text", { detail: JSON.stringify({ token: SECRET }) }],
    ["JSON as text, twice", { detail: JSON.stringify({ more: JSON.stringify({ token: SECRET }) }) }],
  ])("takes out %s", (_what, value) => {
    expect(JSON.stringify(maskJson(value))).not.toContain(SECRET);
  });

  it("takes out the bytes of a text that holds a secret, and leaves other bytes", () => {
    const bytes = (text: string) => Buffer.from(text).toString("hex");
    const packet = bytes(`GET / HTTP/1.1\r\nX-Own: ${SECRET}\r\n\r\n`);
    const harmless = { Payload: bytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), Id: "20261121" };
    expect(maskJson({ Payload: packet, Other: `0x${packet}` })).toEqual({ Payload: MASK, Other: MASK });
    expect(maskJson(harmless)).toEqual(harmless);
  });

  it.each([
    ["known headers", { headers: { Host: "a", "User-Agent": ["curl"] } }],
    ["headers as pairs that are known", { headers: [{ name: "Host", value: "a" }] }],
    ["words with a colon", { EventName: "SQL: injection", list: ["note: seen"] }],
    ["the place in a list", { NextToken: "AAAA", MaxResults: 20 }],
    ["numbers, nothing and yes and no", { a: 1, b: null, c: true, d: [], e: {} }],
  ])("leaves %s", (_what, value) => {
    expect(maskJson(value)).toEqual(value);
  });
});

describe("maskJsonText", () => {
  it.each(['{ "a" : 1.0, "b":9223372036854775807 }', "[ 1e3 ]", '{"a":"b"}', "5"])(
    "leaves %s byte for byte",
    (text) => {
      expect(maskJsonText(text)).toBe(text);
    },
  );

  it("keeps number literals and the order of keys beside what it takes out", () => {
    const text = `{ "b": 9223372036854775807, "token": "${SECRET}", "a": 1.0 }`;
    expect(maskJsonText(text)).toBe('{"b":9223372036854775807,"token":"••••••","a":1.0}');
  });

  it.each([
    [
      "a member that replaces the prototype",
      `{"headers":"{\\"__proto__\\":{},\\"cookie\\":\\"${SECRET}\\"}"}`,
    ],
    ["text alone", `"a token=${SECRET}"`],
    ["nesting that is too deep", `${"[".repeat(3_000)}"token=${SECRET}"${"]".repeat(3_000)}`],
  ])("takes secrets out of %s, and what is left is JSON", (_what, text) => {
    const masked = maskJsonText(text);
    expect(masked).not.toContain(SECRET);
    expect(() => JSON.parse(masked)).not.toThrow();
  });

  it("stays JSON for every JSON", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => JSON.parse(maskJsonText(text))).not.toThrow();
      }),
    );
  });
});

describe("maskMessage", () => {
  it("shows known headers, hides the others, and leaves the body's lines", () => {
    const text = `POST /a HTTP/1.1\nHost: a\nX-Own: ${SECRET}\n\nnote: kept\npassword=${SECRET}`;
    expect(maskMessage(text)).toEqual({
      text: "POST /a HTTP/1.1\nHost: a\nX-Own: ••••••\n\nnote: kept\npassword=••••••",
      masked: true,
    });
  });

  it("takes an address for no header", () => {
    expect(maskMessage("http://a.example/x").masked).toBe(false);
  });
});
