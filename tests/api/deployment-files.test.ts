import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startTestServer, type TestServer } from "../support/test-server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(root, ...path), "utf8");

const placeSchema = z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int(), h: z.int() });
const dashboardSchema = z.object({
  panels: z.array(
    z.object({
      id: z.int(),
      type: z.string(),
      title: z.string().min(1),
      gridPos: placeSchema,
      targets: z.array(z.object({ refId: z.string(), expr: z.string().min(1) })).default([]),
    }),
  ),
});

const { panels } = dashboardSchema.parse(JSON.parse(read("deploy", "grafana", "watchfloor.json")));
const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** Names of metrics: ours, and those that every Node.js process has. */
const metricsIn = (text: string) => [
  ...new Set(text.match(/\b(?:watchfloor|nodejs|process)_[a-z0-9_]+/g) ?? []),
];

/** What a histogram is exported as, beside its own name. */
const HISTOGRAM_PARTS = ["_bucket", "_sum", "_count"];

describe("dashboard and alert rules", () => {
  let server: TestServer;
  let exported: readonly string[];

  beforeAll(async () => {
    server = await startTestServer({ connections: [] });
    const admin = await server.signIn("admin");
    const text = await (await admin("/api/metrics")).text();
    exported = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = "", type]) =>
      type === "histogram" ? HISTOGRAM_PARTS.map((part) => name + part) : [name],
    );
  });
  afterAll(() => server.close());

  test.each([
    ["the dashboard", expressions.join("\n")],
    ["the alert rules", read("deploy", "prometheus", "alerts.yml")],
  ])("%s asks for nothing that the server does not export", (_what, text) => {
    const asked = metricsIn(text);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !exported.includes(name))).toEqual([]);
  });

  test("together leave out none of our own metrics", () => {
    const asked = metricsIn(`${expressions.join("\n")}${read("deploy", "prometheus", "alerts.yml")}`);
    const whole = (name: string) => name.replace(/_(bucket|sum|count)$/, "");
    const ours = new Set(exported.filter((name) => name.startsWith("watchfloor_")).map(whole));
    expect([...ours].filter((name) => !asked.map(whole).includes(name))).toEqual([]);
  });
});

test("the dashboard's panels have ids of their own and do not overlap", () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});

test("every variable of ours that a deployment file sets is explained in .env.example", () => {
  const files = readdirSync(join(root, "deploy"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const text = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8")).join("\n");
  const named = [...new Set(text.match(/\bWATCHFLOOR_[A-Z_]+/g) ?? [])];
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !read(".env.example").includes(`${name}=`))).toEqual([]);
});
