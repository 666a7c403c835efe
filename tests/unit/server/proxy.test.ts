import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const page = (headers: Readonly<Record<string, string>> = {}) =>
  proxy(new NextRequest("http://127.0.0.1:3000/events?severity=high", { headers })).headers;

const nonceOf = (headers: Headers) =>
  /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("a page runs scripts of its own nonce only, and stands in no frame", () => {
  const policy = page().get("content-security-policy") ?? "";
  for (const part of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]) {
    expect(policy.split("; ")).toContain(part);
  }
  expect(policy).toMatch(/script-src [^;]*'strict-dynamic'/);
  expect(policy).not.toMatch(/script-src [^;]*unsafe/);
});

test("no nonce comes twice, and each has 128 random bits", () => {
  const nonces = Array.from({ length: 100 }, () => nonceOf(page()));
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonces.every((nonce) => Buffer.from(nonce, "base64").length === 16)).toBe(true);
});

test("a page is neither sniffed nor opened by others, and tells other sites nothing", () => {
  expect(Object.fromEntries(page())).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
  });
});

test("https is asked for in future where the browser came over it, and only there", () => {
  expect(page({ "x-forwarded-proto": "https" }).get("strict-transport-security")).toMatch(/max-age=31536000/);
  expect(page().has("strict-transport-security")).toBe(false);
});

test.each([
  ["an address was typed", "none", null],
  ["a page of ours leads to it", "same-origin", null],
  ["another site leads to it", "cross-site", "same-origin"],
  ["a neighbour below the same domain leads to it", "same-site", "same-origin"],
  ["a word is told that is not known yet", "new-word", "same-origin"],
])("where %s, a page is kept apart from its opener only if there may be one", (_, site, policy) => {
  expect(page({ "sec-fetch-site": site }).get("cross-origin-opener-policy")).toBe(policy);
});
