import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join("components", name));

test("every part that is loaded later leaves its place empty when it cannot be loaded, instead of taking the page away", () => {
  const parts = files.flatMap((file) => {
    const calls = readFileSync(file, "utf8").match(/= dynamic\(\s*\w+/g) ?? [];
    return calls.map((call) => ({ file, safe: /orNothing$/.test(call) }));
  });
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter(({ safe }) => !safe)).toEqual([]);
});
