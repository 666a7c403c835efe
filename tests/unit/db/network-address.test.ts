import { expect, test } from "vitest";
import { networkAddress } from "@/lib/server/db/network-address";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  [" 203.0.113.7\n", "203.0.113.7"],
  ["198.51.100.0/24", "198.51.100.0/24"],
  ["2001:db8::1", "2001:db8::1"],
  ["2001:db8::/32", "2001:db8::/32"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
])("%j is the address or network %s", (value, address) => {
  expect(networkAddress(value)).toBe(address);
});

test.each([
  "104.234.140.**",
  "192.0.XX.XX",
  "203.0.113.1-203.0.113.9",
  "203.0.113.0/33",
  "2001:db8::/129",
  "203.0.113.0/24/8",
  "203.0.113.0/",
  "fe80::1%eth0",
  "256.1.1.1",
  "account-1",
  "",
])("%j is no address", (value) => {
  expect(networkAddress(value)).toBeNull();
});
