import { afterAll, beforeAll, expect, test } from "vitest";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createMetrics } from "@/lib/server/metrics/create-metrics";
import { callApi } from "../support/api-client";
import { type Client, tokenClient } from "../support/callers";
import { wafConnection } from "../support/cloud-connections";
import { deferred } from "../support/deferred";
import { mappedEvent } from "../support/event-factory";
import { startTestServer, type TestServer } from "../support/test-server";

const KEY = "prometheus-reads-this-1";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startTestServer({
    connections: [wafConnection({ endpoint: "http://127.0.0.1:1" })],
    env: { WATCHFLOOR_METRICS_TOKEN: KEY },
    cloudClient: { sleep: async () => {} },
  });
  admin = await server.signIn("admin");
  const { clock, database } = server.deps;
  await writeEvents(database, { connection: "test-waf", events: [mappedEvent()], syncedAt: clock() });
});
afterAll(() => server.close());

/** The lines of a measurement, without its explanation. */
async function measured(name: string, client: Client = admin): Promise<string[]> {
  const text = await (await client("/api/metrics")).text();
  return text.split("\n").filter((line) => line.startsWith(`watchfloor_${name}`));
}

test("requests are measured by route, method and status", async () => {
  await admin("/api/events/none");
  expect(await measured("http_request_duration_seconds_count")).toContain(
    'watchfloor_http_request_duration_seconds_count{method="GET",route="/api/events/{eventId}",status="404"} 1',
  );
});

test("calls to the clouds are counted by operation and outcome, and so is the time that they waited", async () => {
  await admin("/api/cloud/test-waf/DescribeApisecEvents");
  expect(await measured("cloud_call_duration_seconds_count")).toEqual([
    'watchfloor_cloud_call_duration_seconds_count{connection="test-waf",operation="DescribeApisecEvents",outcome="network"} 1',
  ]);
  expect(await measured("budget_wait_seconds_count")).toEqual([
    expect.stringContaining('operation="DescribeApisecEvents"'),
  ]);
});

test.each([
  ["events", 'watchfloor_events{connection="test-waf",source="waf-threat"} 1'],
  ["quarantined_records", 'watchfloor_quarantined_records{connection="test-waf",source="waf-threat"} 0'],
  ["outbox_changes", 'watchfloor_outbox_changes{state="queued"} 0'],
  ["outbox_changes", 'watchfloor_outbox_changes{state="held"} 0'],
  ["outbox_changes", 'watchfloor_outbox_changes{state="sent"} 0'],
  ["outbox_changes", 'watchfloor_outbox_changes{state="to-attribute"} 0'],
  ["outbox_overdue", "watchfloor_outbox_overdue_seconds 0"],
  ["jobs_unfinished", "watchfloor_jobs_unfinished 0"],
  ["database_up", "watchfloor_database_up 1"],
])("the state of the installation is told: %s", async (name, line) => {
  expect(await measured(name)).toContain(line);
});

test("the process tells its memory and the lag of its event loop", async () => {
  const text = await (await admin("/api/metrics")).text();
  expect(text).toContain("nodejs_eventloop_lag_seconds ");
  expect(text).toContain("process_resident_memory_bytes ");
});

test("a database that hangs is told as one that does not answer, without what it said before", async () => {
  const prometheus = tokenClient(KEY);
  await prometheus("/api/metrics");
  const { promise: released, resolve: release } = deferred<void>();
  const held = server.deps.database.transaction(() => released);
  try {
    const text = await (await prometheus("/api/metrics")).text();
    expect(text).toContain("\nwatchfloor_database_up 0\n");
    expect(text).not.toMatch(
      /^watchfloor_(events|outbox_changes|outbox_overdue_seconds|jobs_unfinished)[ {]/m,
    );
  } finally {
    release();
    await held;
  }
  expect(await measured("jobs_unfinished")).toEqual(["watchfloor_jobs_unfinished 0"]);
});

test("a process that was never asked before tells no lag that it has not measured", async () => {
  const first = await createMetrics().text(null);
  expect(first).toContain("# TYPE nodejs_eventloop_lag_p99_seconds gauge");
  expect(first).not.toMatch(/^nodejs_eventloop_lag_(min|mean|p99)_seconds /m);
  expect(first).not.toMatch(/ nan$/im);
});

test("whoever has the metrics' token reads them, and nothing else", async () => {
  const prometheus = tokenClient(KEY);
  const response = await prometheus("/api/metrics");
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await measured("database_up", prometheus)).toEqual(["watchfloor_database_up 1"]);
  expect((await prometheus("/api/events")).status).toBe(401);
});

test.each([
  ["without a token", () => callApi("/api/metrics")],
  ["with another token", () => tokenClient("prometheus-reads-this-2")("/api/metrics")],
])("nobody reads them %s", async (_how, ask) => {
  expect((await ask()).status).toBe(401);
});
