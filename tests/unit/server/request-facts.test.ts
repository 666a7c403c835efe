import { expect, test } from "vitest";
import { requestFacts } from "@/lib/server/auth/request-facts";

test.each([
  ["the peer", "203.0.113.9", "203.0.113.9"],
  ["what a proxy on this host says", "203.0.113.9, 127.0.0.1", "203.0.113.9"],
  ["not what the caller made up", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["an IPv6 peer", "2001:db8::7, ::1", "2001:db8::7"],
  ["loopback where there is nothing else", "::ffff:127.0.0.1", "::ffff:127.0.0.1"],
  ["nothing that is no address", "<script>, unknown", "unknown"],
])("a caller's address is %s", (_what, forwardedFor, address) => {
  expect(requestFacts(new Headers({ "x-forwarded-for": forwardedFor })).address).toBe(address);
});

test("without any hop the address is unknown", () => {
  expect(requestFacts(new Headers()).address).toBe("unknown");
});
