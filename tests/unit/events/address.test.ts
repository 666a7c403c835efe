import { describe, expect, it } from "vitest";
import { isInternalAddress, isMasked, looksLikeAddress } from "@/lib/events/address";

describe("looksLikeAddress", () => {
  it.each([
    "1.1.1.1",
    "2001:db8::1",
    "10.0.0.0/8",
    "2001:DB8::/32",
    "10.0.0.1-10.0.0.9",
    "::ffff:203.0.113.78",
    "::FFFF:203.0.113.0/120",
    "64:ff9b::203.0.113.78",
    "104.234.140.**",
    "72.*.*.119",
    "42.224.*.*",
    "192.0.XX.XX",
    "XX.XX.XX.XX",
    "218.76.30.XXX",
    "203.0.113.x",
  ])("D1, D2: takes %s for one", (text) => {
    expect(looksLikeAddress(text)).toBe(true);
  });

  it.each([
    "",
    "alice",
    "1818743389962696",
    "1000****",
    "a.***.com",
    "1.2.3",
    "a-b",
    "1.1.1.1 or 1=1",
    "203.0.113.780",
    "300.1.1.1",
    "300.1.XX.XX",
    "::ffff:203.0.113.780",
    "::ffff:203.0.113",
  ])("does not take %j for one", (text) => {
    expect(looksLikeAddress(text)).toBe(false);
  });

  it.each([
    ["hyphens", "-".repeat(100_000)],
    ["words with hyphens", "a-".repeat(50_000)],
    ["blanks", `a${" ".repeat(100_000)}`],
    ["colons", ":".repeat(100_000)],
  ])("answers at once for an account's name of many %s", (_, text) => {
    const start = performance.now();
    expect(looksLikeAddress(`${text} z`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("isMasked", () => {
  it.each(["104.234.140.**", "192.0.XX.XX", "203.0.113.x", "1000****"])("sees it in %s", (text) => {
    expect(isMasked(text)).toBe(true);
  });

  it.each(["1.1.1.1", "xxx", "2001:db8::1", "alex"])("does not see it in %s", (text) => {
    expect(isMasked(text)).toBe(false);
  });
});

describe("isInternalAddress", () => {
  it.each([
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "127.0.0.1",
    "169.254.1.1",
    "100.64.0.1",
    "100.127.255.255",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "FD12:3456::1",
    "::ffff:10.0.0.1",
    "10.0.0.1-10.0.0.9",
  ])("%s is inside", (address) => {
    expect(isInternalAddress(address)).toBe(true);
  });

  it.each([
    "11.0.0.1",
    "172.15.0.1",
    "172.32.0.1",
    "192.169.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "2001:db8::1",
    "::2",
    "::ffff:8.8.8.8",
  ])("%s is outside", (address) => {
    expect(isInternalAddress(address)).toBe(false);
  });
});
