import { describe, expect, it } from "vitest";
import { flatMessages } from "@/tests/support/messages/flat-messages";
import {
  type SourceFile,
  sourceFiles,
  stringValue,
  templatePattern,
} from "@/tests/support/messages/source-files";

/**
 * Namespaces in which keys are looked up by a value of the domain: `t(severity)`. The compiler checks that each
 * value has its key. Where a namespace holds other keys too, the looked-up ones are listed.
 */
const FAMILIES: Readonly<Record<string, readonly string[] | "all">> = {
  "attackers.values": ["severity", "status", "outcome", "source", "type"],
  "event.attackers": ["account", "ip"],
  "event.counts": ["after", "before"],
  "events.columns": "all",
  "queue-tools.columns": ["comfortable", "compact"],
  "queue-tools.export": ["csv", "ndjson", "ocsf"],
  "events.timeline": ["attacks", "events"],
  "format.freshness": "all",
  "format.outcome": "all",
  "format.product": "all",
  "format.severity": "all",
  "format.source": "all",
  "overview.ages": "all",
  "overview.period": "all",
  "overview.top": ["attacker", "target", "type"],
  "overview.trend": "all",
};

const TRANSLATORS = ["useTranslations", "getTranslations"];

/** Types that stand for the texts of a namespace: `export type FormatTexts = ...useTranslations<"format">...`. */
function namedTexts(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const declared = /type (\w+) = ReturnType<typeof useTranslations<"([\w.-]+)">>/g;
  return new Map(
    files.flatMap(({ text }) =>
      [...text.matchAll(declared)].map(([, name = "", namespace = ""]) => [name, namespace] as const),
    ),
  );
}

/** The namespaces that a file asks for, with their dot; "" for all. */
function prefixesOf({ nodes, text }: SourceFile, named: ReadonlyMap<string, string>): string[] {
  // The titles of pages are asked for by way of a function of ours.
  const titles = text.includes("pageTitle(") ? ["layout.pages"] : [];
  const called = nodes.flatMap(({ type, callee, arguments: args }) => {
    const name = type === "CallExpression" && Object(callee).value;
    if (!TRANSLATORS.includes(name) || !Array.isArray(args)) return [];
    return [args.length === 0 ? "" : stringValue(args[0]?.expression)].filter((prefix) => prefix !== null);
  });
  const typed = [...text.matchAll(/useTranslations<"([\w.-]+)">/g)].map(([, namespace = ""]) => namespace);
  const mentioned = [...named].filter(([name]) => new RegExp(`\\b${name}\\b`).test(text)).map(([, it]) => it);
  const shapes = [...text.matchAll(/Messages((?:\["[\w-]+"\])+)/g)].map(([, path = ""]) =>
    path.slice(2, -2).replaceAll('"]["', "."),
  );
  return [...titles, ...called, ...typed, ...mentioned, ...shapes].map((prefix) =>
    prefix === "" ? "" : `${prefix}.`,
  );
}

/** Whether a key can be asked for by a file. */
function userOf(file: SourceFile, named: ReadonlyMap<string, string>): (key: string) => boolean {
  const prefixes = prefixesOf(file, named);
  const literals = new Set(file.nodes.map(stringValue));
  const patterns = file.nodes.map(templatePattern).filter((pattern) => pattern !== null);
  return (key) =>
    prefixes
      .filter((prefix) => key.startsWith(prefix))
      .map((prefix) => key.slice(prefix.length))
      .some((rest) => literals.has(rest) || patterns.some((pattern) => pattern.test(rest)));
}

describe("the texts' keys", () => {
  const files = sourceFiles();
  const users = files.map((file) => userOf(file, namedTexts(files)));
  const inFamily = (key: string) =>
    Object.entries(FAMILIES).some(([family, keys]) =>
      keys === "all" ? key.startsWith(`${family}.`) : keys.some((one) => key === `${family}.${one}`),
    );

  it("are all used: remove what no screen shows, or declare its family above", () => {
    const keys = [...flatMessages("en").keys()].filter((key) => !inFamily(key));
    expect(keys.filter((key) => !users.some((uses) => uses(key)))).toEqual([]);
  });

  it.each(Object.keys(FAMILIES))("%s is looked up by value somewhere", (family) => {
    expect(files.some(({ text }) => text.includes(`useTranslations("${family}")`))).toBe(true);
  });
});
