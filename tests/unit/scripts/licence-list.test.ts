import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { licenceList } from "@/scripts/licence-list";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

const lockOf = (packages: Readonly<Record<string, object>>) => JSON.stringify({ packages });

test("docs/licences.md lists what package-lock.json holds (npm run licences writes it anew)", () => {
  expect(read("docs/licences.md")).toBe(licenceList(read("package-lock.json")));
});

test("every dependency of package.json is listed", () => {
  const names = Object.keys(JSON.parse(read("package.json")).dependencies);
  expect(names.filter((name) => !read("docs/licences.md").includes(`**${name}**`))).toEqual([]);
});

test.each(["GPL-3.0-only", "UNLICENSED", "MIT AND SSPL-1.0", "AGPL-3.0-only OR Elastic-2.0"])(
  "a package under %s stops the list until somebody decides",
  (license) => {
    const lock = lockOf({ "node_modules/a/node_modules/@b/c": { license } });
    expect(() => licenceList(lock)).toThrow(/@b\/c is under /);
  },
);

test("of alternatives a permissive one is enough, and what only builds and tests is left out", () => {
  const list = licenceList(
    lockOf({
      "": { dependencies: { a: "1.0.0" } },
      "node_modules/a": { license: "(GPL-2.0-only OR MIT)" },
      "node_modules/b": { license: "GPL-2.0-only", dev: true },
    }),
  );
  expect(list).toContain("**a**");
  expect(list).not.toContain("b\n");
});
