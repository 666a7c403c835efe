import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { eventHistorySchema, eventResponseSchema } from "@/lib/api/event-detail";
import { eventListSchema } from "@/lib/api/event-list";
import type { SourceId } from "@/lib/events/source-id";
import { type Sync, startSync } from "@/lib/server/sync/start-sync";
import type { signedInClient } from "../support/api-client";
import { type SeededOperation, seedAnswers, seedText } from "../support/seed-answers";
import { type StubCloud, startStubCloud } from "../support/stub-cloud";
import { stubConnections, unlimited } from "../support/stub-connections";
import { startTestServer, type TestServer } from "../support/test-server";

let cloud: StubCloud;
let server: TestServer;
let sync: Sync;
let client: Awaited<ReturnType<typeof signedInClient>>;

const list = async (query: string) =>
  eventListSchema.parse(await (await client(`/api/events?${query}`)).json());

beforeAll(async () => {
  cloud = await startStubCloud(seedAnswers());
  server = await startTestServer({
    connections: stubConnections(cloud.endpoint),
    cloudClient: { budgets: unlimited },
  });
  client = await server.signIn("viewer");
  sync = startSync(server.deps);
  await vi.waitFor(
    async () => expect(new Set((await list("")).items.map((event) => event.source)).size).toBe(4),
    { timeout: 20_000 },
  );
});
afterAll(async () => {
  await sync.stop();
  await server.close();
  await cloud.close();
});

/** The one event of a source, as the list gives it. */
async function onlyEvent(source: SourceId) {
  const { items } = await list(`source=${source}`);
  expect(items).toHaveLength(1);
  const [event] = items;
  if (!event) throw new Error("unreachable");
  return event;
}

/** The answer's text from `"raw":` on: what was spliced in, byte for byte. */
function rawText(body: string): string {
  return body.slice(body.indexOf(',"raw":') + ',"raw":'.length, -1);
}

/** JSON text without the white space between its tokens; key order and number literals stay. */
const withoutSpace = (json: string) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");

describe("the vendors' examples, served verbatim by a server that is not the simulator", () => {
  test.each<[SourceId, SeededOperation]>([
    ["waf-api-security", "DescribeApisecEvents"],
    ["cloud-firewall", "DescribeRiskEventGroup"],
    ["hss-rasp", "ListRaspEvents"],
  ])("keep the record of %s to the last digit in the detail", async (source, operation) => {
    const { id } = await onlyEvent(source);
    const body = await (await client(`/api/events/${id}?live=false`)).text();
    expect(rawText(body).length).toBeGreaterThan(500);
    expect(withoutSpace(seedText(operation))).toContain(rawText(body));
  });

  test.each<[SourceId, string]>([
    ["waf-api-security", "837**"],
    ["waf-threat", "cve-2020-14882"],
    ["cloud-firewall", "1000****"],
  ])("are found in %s by the rule, or the weakness that was tried: %s", async (source, text) => {
    const { items } = await list(`q=${encodeURIComponent(text)}`);
    expect(items.map((event) => event.source)).toEqual([source]);
  });

  test("keep the threat event's detail to the last digit beside its list row", async () => {
    const { id } = await onlyEvent("waf-threat");
    const body = await (await client(`/api/events/${id}?live=false`)).text();
    const detail = /"ThreatEventDetail": (\{.*\})\s*\}\s*$/s.exec(seedText("DescribeThreatEventDetail"))?.[1];
    expect(detail?.length).toBeGreaterThan(300);
    expect(rawText(body)).toContain(withoutSpace(detail ?? ""));
  });

  test.each<SourceId>(["waf-api-security", "waf-threat", "cloud-firewall", "hss-rasp"])(
    "give %s a detail, a guidance and a history that match the contract",
    async (source) => {
      const { id } = await onlyEvent(source);
      const detail = eventResponseSchema.parse(await (await client(`/api/events/${id}`)).json());
      expect(detail.event).toMatchObject({ id, source });
      expect(detail.guidance.steps.length).toBeGreaterThan(0);
      const history = eventHistorySchema.parse(await (await client(`/api/events/${id}/history`)).json());
      expect(history.cloud.state).toBe(source === "waf-api-security" ? "live" : "none");
    },
  );

  test("show the API-security counts that lie outside the event's span, in order", async () => {
    const { id } = await onlyEvent("waf-api-security");
    const { detail } = eventResponseSchema.parse(await (await client(`/api/events/${id}`)).json());
    expect(detail.attackCounts).toEqual([
      { at: "2024-06-04T10:52:00.000Z", count: 500 },
      { at: "2024-06-04T10:53:00.000Z", count: 529 },
      { at: "2024-06-04T10:54:00.000Z", count: 20 },
    ]);
  });

  test("keep the cloud's operation as it came, misspelt note and capital status included", async () => {
    const { id } = await onlyEvent("waf-api-security");
    const body = await (await client(`/api/events/${id}/history`)).text();
    const record = /\{[^{}]*\}/.exec(seedText("DescribeApisecUserOperations").slice(1))?.[0];
    expect(body).toContain(`"raw":${withoutSpace(record ?? "")}`);
    const { items } = eventHistorySchema.parse(JSON.parse(body));
    expect(items).toEqual([
      expect.objectContaining({
        at: "2023-05-26T03:36:54.000Z",
        actor: { kind: "cloud-user", id: "1610954****", name: null },
        from: "ignored",
        to: "confirmed",
        note: "Procesed",
        origin: "cloud-console",
      }),
    ]);
  });

  test.each<[string, string, SeededOperation]>([
    ["test-waf", "DescribeApisecEvents", "DescribeApisecEvents"],
    ["test-waf", "DescribeThreatEventDetail?EventId=e6f1c0a4b7", "DescribeThreatEventDetail"],
    [
      "test-waf",
      "DescribeApisecUserOperations?ObjectId=c82cb276847e9c96f9597d9f4b0cdcff",
      "DescribeApisecUserOperations",
    ],
    ["test-hss", "ListRaspEvents?start_time=1736400000000&end_time=1736500000000", "ListRaspEvents"],
  ])("pass through the live proxy of %s unchanged (%s)", async (connection, path, operation) => {
    const response = await client(`/api/cloud/${connection}/${path}`);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe(seedText(operation));
  });

  test("are told as fresh, per connection and source", async () => {
    const { freshness } = await list("limit=1");
    expect(freshness.map(({ source }) => source).sort()).toEqual([
      "cloud-firewall",
      "hss-rasp",
      "waf-api-security",
      "waf-threat",
    ]);
  });
});
