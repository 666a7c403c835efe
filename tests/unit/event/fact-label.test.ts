import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factLabel } from "@/components/event/fact-label";
import { FACT_LABELS } from "@/lib/events/fact";
import { textsOf } from "@/tests/support/texts";

const chinese = textsOf("event", "zh");
const SOURCES = "lib/server/sources";

/** The labels that the sources write, read out of their declarations. */
const labels = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("describe.ts"))
  .flatMap((name) => [...readFileSync(`${SOURCES}/${name}`, "utf8").matchAll(/^ +\["([^"]+)", /gm)])
  .map(([, label = ""]) => label)
  .filter((label) => !/^\d+$/.test(label));

describe("the label of a fact", () => {
  it.each([...new Set([...labels, ...Object.values(FACT_LABELS)])])("%s has a Chinese word", (label) => {
    expect(factLabel(label, chinese)).toMatch(/\p{Script=Han}/u);
  });

  it("keeps a name that the cloud gave", () => {
    expect(factLabel("Log filter: real_client_ip", chinese)).toBe("日志过滤条件：real_client_ip");
  });

  it.each(["toString", "Something new", "Unknown: x"])("%s stays as it came", (label) => {
    expect(factLabel(label, chinese)).toBe(label);
  });

  it("is the same in English", () => {
    const english = textsOf("event");
    expect(labels.map((label) => factLabel(label, english))).toEqual(labels);
  });
});
