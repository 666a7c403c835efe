import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answerer } from "./stub-cloud";

const SEEDED = [
  "DescribeApisecEvents",
  "DescribeApisecUserOperations",
  "DescribeThreatEventDetail",
  "DescribeRiskEventGroup",
  "ListRaspEvents",
] as const;
export type SeededOperation = (typeof SEEDED)[number];

/** The JSON example of a vendor's document, byte for byte. */
export function seedText(operation: SeededOperation): string {
  return readFileSync(join(process.cwd(), "tests", "fixtures", "seeds", `${operation}.json`), "utf8");
}

/** The list row that leads to the detail of the seed; the list's own document is not among the seeds. */
const THREAT_LIST = JSON.stringify({
  RequestId: "66A98669-CC6E-4F3E-80A6-3014697B11AE",
  TotalCount: 1,
  ThreatEvents: [
    {
      EventId: "e6f1c0a4b7",
      EventLevel: "high",
      EventTag: "Multiple",
      EventSrc: "XX.XX.XX.XX",
      EventTarget: "test.aliyundemo.com-waf",
      BlockRate: "100%",
      EndTime: 1749916800000,
    },
  ],
});

/** Answers every call with the vendor's example, and calls without one with the given texts or an empty object. */
export function seedAnswers(others: Readonly<Record<string, string>> = {}): Answerer {
  const texts = new Map<string, string>([
    ["DescribeThreatEvent", THREAT_LIST],
    ...SEEDED.map((operation): [string, string] => [operation, seedText(operation)]),
    ...Object.entries(others),
  ]);
  return ({ operation }) => ({ body: texts.get(operation) ?? "{}" });
}
