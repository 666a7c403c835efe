import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CONTEXT_WORDS } from "@/lib/server/auth/password-strength";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const text = readFileSync(join(root, "docs", "security.md"), "utf8");

/** OWASP ASVS 5.0.0, levels 1 and 2: section to the last number of it; what is left out there is level 3. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2 },
  ...{ "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
  ...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2 },
  ...{ "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4 },
  ...{ "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5 },
  ...{ "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};

const REQUIREMENTS = Object.entries(SECTIONS).flatMap(([section, last]) =>
  Array.from({ length: last }, (_, index) => `${section}.${index + 1}`),
);

/** Rows of the tables of requirements: their first cell begins with numbers. */
const rows = text.split("\n").filter((line) => /^\| \d+\.\d+\.\d+/.test(line));
const idsIn = (cell = "") => cell.match(/\d+\.\d+\.\d+/g) ?? [];

function sourcesUnder(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

test("every requirement of levels 1 and 2 is answered once", () => {
  expect(REQUIREMENTS).toHaveLength(253);
  expect(rows.flatMap((row) => idsIn(row.split("|")[1])).toSorted()).toEqual(REQUIREMENTS.toSorted());
});

test("what is not met is said at the top, and the other way round", () => {
  const [, top = ""] = text.split("## What is not met");
  const said = idsIn(top.split("## Threats")[0]);
  const unmet = rows.filter((row) => row.includes("*Not met")).flatMap((row) => idsIn(row.split("|")[1]));
  expect([...new Set(said)].toSorted()).toEqual(unmet.toSorted());
});

test("every file that is named exists", () => {
  const named = text.match(/(?<=`)(?:tests|lib|components|docs|scripts)\/[\w./()[\]-]+(?=`)/g) ?? [];
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the words that a password must not lean on are the documented ones", () => {
  expect(CONTEXT_WORDS.filter((word) => !text.includes(word))).toEqual([]);
});

test.each([
  ["starts no process", /child_process/, ["lib/server"]],
  [
    "makes HTML of no text",
    /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML/,
    ["app", "components"],
  ],
  [
    "runs no text as code",
    /\beval\(|new Function\(/,
    ["app", "components", "lib/server", "lib/api", "lib/events"],
  ],
  ["keeps nothing in a database of the browser", /indexedDB/i, ["app", "components"]],
])("the product %s", (_what, pattern, folders) => {
  const found = sourcesUnder(...folders).filter((path) =>
    pattern.test(readFileSync(join(root, path), "utf8")),
  );
  expect(found).toEqual([]);
});

test("one place alone keeps something in the tab's storage: what it may keep stands there", () => {
  const using = sourcesUnder("app", "components").filter((path) =>
    readFileSync(join(root, path), "utf8").includes("sessionStorage"),
  );
  expect(using).toEqual(["components/layout/tab-storage.ts"]);
});
