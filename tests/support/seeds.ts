import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../fixtures/seeds/", import.meta.url));

/** The vendors' own examples, by operation. */
export const SEEDS = [
  "DescribeApisecEvents",
  "DescribeThreatEventDetail",
  "DescribeRiskEventGroup",
  "DescribeApisecUserOperations",
  "ListRaspEvents",
] as const;
export type Seed = (typeof SEEDS)[number];

/** The example's text, byte for byte as the document prints it. */
export const seedText = (seed: Seed): string => readFileSync(`${FOLDER}${seed}.json`, "utf8");
