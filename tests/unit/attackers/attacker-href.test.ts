import { describe, expect, it } from "vitest";
import { attackerHref } from "@/components/attackers/attacker-href";
import { HOSTILE } from "@/tests/support/hostile-event";

describe("attackerHref", () => {
  it.each([
    "203.0.113.7",
    "2001:db8::7",
    "198.51.100.0/24",
    "mia@example.com",
    "攻击者",
    "a?b#c%2F",
    HOSTILE,
  ])("leads to a page of ours from which the value is read back: %s", (value) => {
    const { origin, pathname, search, hash } = new URL(attackerHref(value) ?? "", "https://console.example");
    expect({ origin, search, hash }).toEqual({ origin: "https://console.example", search: "", hash: "" });
    const [, folder, written, ...more] = pathname.split("/");
    expect([folder, more]).toEqual(["attackers", []]);
    expect(decodeURIComponent(written ?? "")).toBe(value);
  });

  it.each([
    ["nothing", " "],
    ["a path to elsewhere", ".."],
    ["half a character", "\uD800"],
    ["more than fits an address", "a".repeat(501)],
  ])("is none for %s", (_what, value) => {
    expect(attackerHref(value)).toBeNull();
  });
});
