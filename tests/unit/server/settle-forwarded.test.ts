import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { requestFacts } from "@/lib/server/auth/request-facts";
import { proxyRangesSchema, trustedProxies } from "@/lib/server/config/trusted-proxies";
import { settleForwarded } from "@/lib/server/http/settle-forwarded";

const PROXIES = trustedProxies(proxyRangesSchema.parse("10.0.0.5, 192.168.0.0/16,2001:db8:1::/48"));

function settled(peer: string | undefined, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  settleForwarded({ headers, socket: { remoteAddress: peer } }, PROXIES);
  return headers;
}

describe("a caller's address", () => {
  test.each([
    ["the peer", "203.0.113.9", undefined, "203.0.113.9"],
    ["what a proxy on this host says", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["what a named proxy says", "10.0.0.5", "203.0.113.9", "203.0.113.9"],
    ["what a proxy says that is written as IPv6", "::ffff:192.168.7.7", "203.0.113.9", "203.0.113.9"],
    ["what the outer of two proxies says", "10.0.0.5", "203.0.113.9, 192.168.1.1", "203.0.113.9"],
    ["not what the caller told the proxy", "10.0.0.5", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["not what a stranger says", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["not what a stranger next to a proxy says", "10.0.0.6", "198.51.100.1", "10.0.0.6"],
    [
      "an address that the proxy gives with its port",
      "10.0.0.5",
      "198.51.100.1, 203.0.113.9:50412",
      "203.0.113.9",
    ],
    ["an IPv6 address with its port", "10.0.0.5", "198.51.100.1, [2001:db8::7]:50412", "2001:db8::7"],
    ["an IPv6 address in brackets", "10.0.0.5", "[2001:db8::7]", "2001:db8::7"],
    ["nothing beyond what cannot be read", "10.0.0.5", "198.51.100.1, unknown", "10.0.0.5"],
    ["an IPv6 peer", "2001:db8::7", "198.51.100.1", "2001:db8::7"],
    ["loopback where there is nothing else", "::ffff:127.0.0.1", undefined, "::ffff:127.0.0.1"],
    ["the farthest where all are trusted", "10.0.0.5", "192.168.9.9", "192.168.9.9"],
    ["not what is no address", "127.0.0.1", "<script>, unknown", "127.0.0.1"],
  ])("is %s", (_what, peer, forwardedFor, address) => {
    const { "x-forwarded-for": hops } = settled(peer, { "x-forwarded-for": forwardedFor });
    expect(requestFacts(new Headers({ "x-forwarded-for": String(hops) })).address).toBe(address);
  });

  test("is unknown where the connection is gone already", () => {
    const { "x-forwarded-for": hops } = settled(undefined, { "x-forwarded-for": "198.51.100.1" });
    expect(requestFacts(new Headers({ "x-forwarded-for": String(hops) })).address).toBe("unknown");
    expect(requestFacts(new Headers()).address).toBe("unknown");
  });
});

describe("how a request came", () => {
  const told = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-real-ip": "198.51.100.1",
  };

  test("is taken from a trusted proxy", () => {
    expect(settled("10.0.0.5", { ...told })).toMatchObject(told);
  });

  test("is not taken from anybody else", () => {
    expect(settled("203.0.113.9", { ...told, host: "watchfloor.example.com", forwarded: "for=x" })).toEqual({
      host: "watchfloor.example.com",
      "x-forwarded-for": "203.0.113.9",
    });
  });
});

test.each(["10.0.0.300", "10.0.0.0/33", "10.0.0.0/", "proxy.example.com", "10.0.0.1/8/8", "0.0.0.0/-1"])(
  "%s is refused as a range of proxies",
  (range) => {
    expect(proxyRangesSchema.safeParse(range).success).toBe(false);
  },
);
