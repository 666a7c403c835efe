import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { precompressedRoutes, precompressStatic } from "@/scripts/precompressed-static";

let build = "";
beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), "watchfloor-build-"));
});
afterEach(() => rm(build, { recursive: true, force: true }));

test("scripts and style sheets get a copy in each encoding, other files none", async () => {
  const chunks = join(build, "static", "chunks");
  await mkdir(chunks, { recursive: true });
  await writeFile(join(chunks, "app.js"), "export const answer = 42;");
  await writeFile(join(chunks, "app.css"), "a { color: red }");
  await writeFile(join(chunks, "letters.woff2"), "compressed already");
  await precompressStatic(build);
  expect((await readdir(chunks)).sort()).toEqual([
    "app.css",
    "app.css.br",
    "app.css.gz",
    "app.js",
    "app.js.br",
    "app.js.gz",
    "letters.woff2",
  ]);
  expect(gunzipSync(await readFile(join(chunks, "app.js.gz"))).toString()).toBe("export const answer = 42;");
  expect(brotliDecompressSync(await readFile(join(chunks, "app.js.br"))).toString()).toBe(
    "export const answer = 42;",
  );
});

/** The first of the rules that takes what a browser says it accepts. */
function chosen(accepted: string): string | undefined {
  const { rewrites } = precompressedRoutes();
  return rewrites.find(({ has }) => has.every(({ value }) => new RegExp(`^${value}$`).test(accepted)))
    ?.destination;
}

test.each([
  ["gzip, deflate, br, zstd", "/_next/static/:path.br"],
  ["gzip, deflate", "/_next/static/:path.gz"],
  ["identity", undefined],
  ["brotlix", undefined],
])("a browser that accepts %s is given the best copy it can read", (accepted, destination) => {
  expect(chosen(accepted)).toBe(destination);
});
