import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { healthSchema } from "@/lib/api/health";
import { problemSchema } from "@/lib/api/problem";
import { apisecEvent } from "@/lib/simulator";
import {
  type CuttableInstallation,
  STATEMENT_LIMIT_MS,
  startCuttableInstallation,
} from "@/tests/support/processes/cuttable-installation";
import { startProxy } from "@/tests/support/processes/cuttable-proxy";
import { startApp } from "@/tests/support/processes/start-app";

const PATIENCE = { timeout: 60_000, interval: 100 };
const EVENTS = 5;
/** Unlike the pages that the sync asks for. */
const PAGE_SIZE = "7";
const LIVE_READ = `/api/cloud/demo-waf/DescribeApisecEvents?PageSize=${PAGE_SIZE}`;

let world: CuttableInstallation;

beforeAll(async () => {
  world = await startCuttableInstallation(inject("postgresUrl"), {
    count: EVENTS,
    patience: PATIENCE.timeout,
    env: { LOG_LEVEL: "debug" },
  });
});
afterAll(() => world.remove());

describe("a database that goes away and comes back", () => {
  it("is told as HTTP 503 with when to try again, and the process lives", async () => {
    const { app, expectEvents, proxy } = world;
    await expectEvents(EVENTS);
    await proxy.cut();
    const refused = await app.ask("/api/events");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(problemSchema.parse(await refused.json())).toMatchObject({
      code: "database-unavailable",
      detail: expect.stringContaining("cannot be reached"),
    });
    const health = await app.call("/api/health");
    expect(health.status).toBe(503);
    expect(healthSchema.parse(await health.json())).toMatchObject({
      live: true,
      ready: false,
      checks: [{ name: "database", state: "failed", reason: expect.any(String) }],
    });
  });

  it("is used again by itself, and what came meanwhile is read", async () => {
    const { app, expectEvents, proxy, simulator } = world;
    const now = Math.floor(Date.now() / 1000);
    simulator.controls.waf.addApisecEvent(apisecEvent("meanwhile", { StartTs: now - 60, EndTs: now }));
    await proxy.mend();
    await expectEvents(EVENTS + 1);
    expect((await app.call("/api/health")).status).toBe(200);
  });
});

describe("a database that is slow", () => {
  it("is told as HTTP 503 within the limit, to all who wait at the same time, and is used again afterwards", async () => {
    const { app, databaseUrl } = world;
    const other = new Client({ connectionString: databaseUrl });
    await other.connect();
    await other.query("BEGIN; LOCK TABLE events");
    const start = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.ask("/api/events")));
    expect(performance.now() - start).toBeLessThan(10 * STATEMENT_LIMIT_MS);
    for (const answer of answers) {
      const problem = problemSchema.parse(await answer.json());
      expect(problem).toMatchObject({ status: 503, detail: expect.stringContaining("took too long") });
    }
    await other.query("ROLLBACK");
    await other.end();
    expect((await app.ask("/api/events")).status).toBe(200);
  });
});

describe("a request's id", () => {
  it("stands in the log beside the id that the cloud gave to the call it led to", async () => {
    const { app } = world;
    const answer = await app.ask(LIVE_READ);
    const mark = `"requestId":"${answer.headers.get("x-request-id")}"`;
    const lines = () => app.output().split("\n");
    const line = await vi.waitUntil(() => lines().find((text) => text.includes(mark)), PATIENCE);
    expect(JSON.parse(line)).toMatchObject({
      operation: "DescribeApisecEvents",
      cloudRequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
  });
});

describe("a server whose database is not there when it starts", () => {
  it("says so and ends, so that whoever supervises it starts it again", async () => {
    const { databaseUrl, installation } = world;
    const nowhere = await startProxy(databaseUrl);
    await nowhere.cut();
    const setup = { ...installation.setup, databaseUrl: nowhere.url };
    await expect(startApp(setup)).rejects.toThrow(
      /ended before it served:[\s\S]*Watchfloor did not start: The database cannot be reached/,
    );
  });
});

describe("a server that is told to stop", () => {
  it("answers the request under way, takes no new one, and ends in order", async () => {
    const { app, simulator } = world;
    let asked: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    simulator.controls.faults.beforeResponse("DescribeApisecEvents", async ({ params }) => {
      if (params.PageSize !== PAGE_SIZE) return;
      asked();
      await held;
    });
    const answering = app.ask(LIVE_READ);
    await arrived;
    const ended = app.end("SIGTERM");
    await vi.waitUntil(() => app.output().includes("stopping"), PATIENCE);
    letGo();
    expect((await answering).status).toBe(200);
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it("ends all the same, with an error in its log, when the database does not let it go", async () => {
    const { databaseUrl, installation } = world;
    const stuck = await installation.start({ stopLimitMs: 500, statementLimitMs: 60_000 });
    const other = new Client({ connectionString: databaseUrl });
    await other.connect();
    await other.query("BEGIN; LOCK TABLE events");
    const answering = stuck.ask("/api/events").catch(() => null);
    const waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'events'::regclass";
    await vi.waitUntil(async () => (await other.query(waits)).rowCount, PATIENCE);
    expect(await stuck.end("SIGTERM")).toEqual({ code: 1, signal: null });
    expect(stuck.output()).toContain("could not stop in order");
    await answering;
    await other.end();
  });
});
