import { describe, expect, it } from "vitest";
import type { SecurityEvent } from "@/lib/events/event";
import { FACT_LABELS } from "@/lib/events/fact";
import { guidanceFor } from "@/lib/events/guidance";
import type { Language } from "@/lib/events/language";
import { OUTCOMES } from "@/lib/events/outcome";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { attacker, securityEvent } from "../../support/events";

const SUGGESTIONS = [
  "ProtectInterface",
  "BlockArea",
  "SwitchBlock",
  "FixBug",
  "SwitchStrict",
  "ProtectFile",
  "BlockIP",
  "KeepConcerned",
];

const advise = (
  overrides: Partial<SecurityEvent> = {},
  facts: Readonly<Record<string, string>> = {},
  intelligence: readonly string[] = [],
  language: Language = "en",
) => {
  const list = Object.entries(facts).map(([label, value]) => ({ label, value }));
  return guidanceFor(securityEvent(overrides), { facts: list, intelligence }, language);
};
const suggesting = (code: string, overrides: Partial<SecurityEvent> = {}) =>
  advise(overrides, { [FACT_LABELS.suggestion]: code });
const textOf = ({ steps }: { steps: readonly string[] }) => steps.join("\n");

describe("guidance for WAF threat events", () => {
  it.each(SUGGESTIONS)("gives %s a checklist of its own that names the target", (code) => {
    const guidance = suggesting(code);
    expect(guidance.code).toBe(code);
    expect(`${guidance.why}\n${textOf(guidance)}`).toContain("shop.example.com");
    expect(guidance.steps.length).toBeGreaterThanOrEqual(2);
    const others = SUGGESTIONS.filter((other) => other !== code).map((other) => suggesting(other));
    expect(others.map(({ title }) => title)).not.toContain(guidance.title);
  });

  it("BlockIP names the addresses, BlockArea the country, FixBug the known weaknesses", () => {
    expect(textOf(suggesting("BlockIP"))).toContain("Block 203.0.113.7");
    expect(textOf(suggesting("BlockArea"))).toContain("GB");
    const fix = advise({}, { [FACT_LABELS.suggestion]: "FixBug" }, ["CVE-2020-14882"]);
    expect(textOf(fix)).toContain("CVE-2020-14882");
  });

  it.each([["NewSuggestion"], ["constructor"]])(
    "keeps the unknown suggestion %s and advises by outcome",
    (code) => {
      const guidance = suggesting(code);
      expect(guidance.code).toBe(code);
      expect(textOf(guidance)).toContain("Block 203.0.113.7");
    },
  );

  it("advises by outcome while the detail is missing", () => {
    expect(advise({ outcome: "blocked" }).code).toBe("threat-blocked");
    expect(advise({ outcome: "unknown" }).code).toBe("threat-unknown");
  });

  it("names a few of many attackers", () => {
    const attackers = Array.from({ length: 7 }, (_, index) => attacker(`203.0.113.${index + 1}`));
    expect(textOf(suggesting("BlockIP", { attackers }))).toContain(
      "Block 203.0.113.1, 203.0.113.2, 203.0.113.3 and 4 more",
    );
  });
});

describe("what must not be blocked", () => {
  it.each([
    [
      "a back-to-origin address",
      attacker("203.0.113.9", { tags: ["WAF Back-to-origin Address"] }),
      /back-to-origin/,
    ],
    ["a Chinese back-to-origin label", attacker("203.0.113.9", { tags: ["WAF回源地址"] }), /back-to-origin/],
    ["a value with stars", attacker("104.234.140.**"), /it is masked/],
    ["a value with XX", attacker("192.0.XX.XX"), /it is masked/],
    ["a private address", attacker("10.1.2.3"), /inside address/],
    ["a shared address", attacker("100.64.0.1"), /inside address/],
    ["loopback", attacker("127.0.0.1"), /inside address/],
    ["a private IPv6 address", attacker("fd00::1"), /inside address/],
    ["a mapped private address", attacker("::ffff:192.168.0.1"), /inside address/],
  ])("warns about %s in every source and never tells to block it", (_, one, warning) => {
    for (const source of SOURCE_IDS) {
      for (const outcome of OUTCOMES) {
        const guidance = advise(
          { source, outcome, attackers: [one, attacker("203.0.113.7")] },
          { [FACT_LABELS.suggestion]: "BlockIP" },
        );
        expect(textOf(guidance)).toMatch(warning);
        const told = guidance.steps.filter((step) => step.startsWith("Block "));
        expect(told.join("\n")).toContain("203.0.113.7");
        expect(told.join("\n")).not.toContain(one.value);
      }
    }
  });

  it("does not tell to block accounts", () => {
    const guidance = advise({
      source: "waf-api-security",
      attackers: [attacker("alice", { kind: "account" })],
    });
    expect(textOf(guidance)).not.toContain("Block ");
    expect(textOf(guidance)).toContain("alice");
  });
});

describe("guidance for the other sources", () => {
  it.each([
    ["ObtainSensitiveUnauthorized", "stop-data-leak"],
    ["Event_LoginCollision", "stop-credential-stuffing"],
    ["Event_DataTraverse", "stop-enumeration"],
    ["Event_InternalLoginWeakPasswd", "replace-weak-passwords"],
    ["SMSInterfaceAbuse", "stop-message-abuse"],
    ["SomethingNew", "judge-api-abuse"],
  ])("API security: %s gives %s and names the path", (type, code) => {
    const guidance = advise({ source: "waf-api-security", type });
    expect(guidance.code).toBe(code);
    expect(textOf(guidance)).toContain("shop.example.com/login");
  });

  it("firewall, outbound: contains the inner hosts and blocks the destination", () => {
    const guidance = advise(
      { source: "cloud-firewall", outcome: "not-blocked" },
      { [FACT_LABELS.direction]: "out", [FACT_LABELS.innerHosts]: "10.0.0.8" },
    );
    expect(guidance.code).toBe("contain-host");
    expect(textOf(guidance)).toContain("Cut 10.0.0.8 off");
    expect(textOf(guidance)).toContain("Block 203.0.113.7 as a destination");
  });

  it.each([
    ["blocked", "confirm-block"],
    ["not-blocked", "stop-attack"],
    ["unknown", "stop-attack"],
  ] as const)("firewall, inbound and %s: %s", (outcome, code) => {
    const guidance = advise({ source: "cloud-firewall", outcome }, { [FACT_LABELS.rule]: "R-77" });
    expect(guidance.code).toBe(code);
    if (outcome !== "blocked") expect(textOf(guidance)).toContain("R-77");
  });

  it.each([
    ["not-blocked", "respond-to-compromise"],
    ["blocked", "mend-blocked-attack"],
    ["unknown", "check-application"],
  ] as const)("RASP, %s: %s, and the weakness where there is one", (outcome, code) => {
    const target = { ...securityEvent().target, server: "app-1" };
    const guidance = advise({ source: "hss-rasp", outcome, target }, { [FACT_LABELS.vulnerability]: "yes" });
    expect(guidance.code).toBe(code);
    expect(`${guidance.why}\n${textOf(guidance)}`).toContain("app-1");
    expect(textOf(guidance)).toContain("Mend the code behind shop.example.com/login");
  });

  it("shortens hostile names", () => {
    const target = { ...securityEvent().target, host: "x".repeat(5000) };
    for (const source of SOURCE_IDS) {
      const guidance = advise({ source, target, attackers: [attacker("y".repeat(5000))] });
      for (const step of guidance.steps) expect(step.length).toBeLessThan(600);
    }
  });
});

describe("the ids of steps", () => {
  it("hold no value of the event: a tick stays where it is while the attack goes on", () => {
    const marked = "q1w2e3";
    const target = { ...securityEvent().target, host: marked, server: marked };
    const facts = { [FACT_LABELS.rule]: marked, [FACT_LABELS.innerHosts]: marked };
    for (const source of SOURCE_IDS) {
      for (const code of SUGGESTIONS) {
        const event = { source, title: marked, target };
        const few = advise(
          { ...event, attackers: [attacker(`${marked}.1`)], attackCount: 1 },
          { ...facts, [FACT_LABELS.suggestion]: code },
          [marked],
        );
        const many = advise(
          { ...event, attackers: Array.from({ length: 9 }, (_, index) => attacker(`${marked}.${index}`)) },
          { ...facts, [FACT_LABELS.suggestion]: code },
          [marked],
        );
        expect(few.stepIds.join()).not.toContain(marked);
        expect(many.stepIds).toEqual(few.stepIds);
        expect(few.stepIds).toHaveLength(few.steps.length);
      }
    }
  });
});

describe("guidance in Chinese", () => {
  const TYPES = ["ObtainSensitiveUnauthorized", "Event_LoginCollision", "Event_DataTraverse", "other"];

  it("gives the same codes and as many steps as in English, in Chinese and with the event's own values", () => {
    for (const source of SOURCE_IDS) {
      for (const outcome of OUTCOMES) {
        for (const [index, code] of SUGGESTIONS.entries()) {
          const event = { source, outcome, type: TYPES[index % TYPES.length] ?? "" };
          const facts = { [FACT_LABELS.suggestion]: code, [FACT_LABELS.direction]: index % 2 ? "out" : "in" };
          const english = advise(event, facts);
          const chinese = advise(event, facts, [], "zh");
          expect(chinese.code).toBe(english.code);
          expect(chinese.steps).toHaveLength(english.steps.length);
          expect(chinese.stepIds).toEqual(english.stepIds);
          expect(new Set(english.stepIds).size).toBe(english.steps.length);
          for (const text of [chinese.title, chinese.why, ...chinese.steps]) {
            expect(text).toMatch(/\p{Script=Han}{2,}/u);
            expect(text).not.toMatch(/\b(?:the|and|with|not)\b/);
          }
          expect(textOf(chinese).includes("203.0.113.7")).toBe(textOf(english).includes("203.0.113.7"));
        }
      }
    }
  });

  it("warns of what must not be blocked", () => {
    const attackers = [
      attacker("203.0.113.9", { tags: ["WAF回源地址"] }),
      attacker("104.234.140.**"),
      attacker("10.1.2.3"),
    ];
    const text = textOf(advise({ attackers }, { [FACT_LABELS.suggestion]: "BlockIP" }, [], "zh"));
    expect(text).toContain("请勿封禁 203.0.113.9");
    expect(text).toContain("请勿将 104.234.140.** 加入黑名单");
    expect(text).toContain("请勿封禁 10.1.2.3");
  });
});
