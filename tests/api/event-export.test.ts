import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { activityListSchema } from "@/lib/api/activity";
import { type ExportFormat, exportManifestSchema } from "@/lib/api/event-export";
import { securityEventSchema } from "@/lib/events/event";
import { EXPORT_PAGE } from "@/lib/server/triage/export/export-events";
import type { Client } from "../support/callers";
import { attacker, eventFactory, mappedEvent, target } from "../support/event-factory";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";
import { writeSeeded } from "../support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const MANY = EXPORT_PAGE * 2 + 5;
/** More than the list shows of one event. */
const CROWD = Array.from({ length: 25 }, (_, index) => `192.0.2.${index}`);
const HOSTILE = '=HYPERLINK("http://evil.example")';

/** What https://schema.ocsf.io/1.5.0/classes/detection_finding requires, with the profiles that we name. */
const detectionFindingSchema = z
  .looseObject({
    activity_id: z.int().min(1).max(3),
    category_uid: z.literal(2),
    class_uid: z.literal(2004),
    type_uid: z.int(),
    time: z.int().positive(),
    severity_id: z.int().min(1).max(5),
    metadata: z.looseObject({
      version: z.string().regex(/^1\.\d+\.\d+$/),
      product: z.looseObject({ name: z.string().min(1), vendor_name: z.string().min(1) }),
      profiles: z.array(z.string()),
    }),
    finding_info: z.looseObject({ uid: z.string().min(1), title: z.string().min(1) }),
    cloud: z.looseObject({ provider: z.string().min(1) }),
    evidences: z.array(
      z
        .looseObject({})
        .refine((one) => "actor" in one || "src_endpoint" in one || "dst_endpoint" in one || "url" in one),
    ),
    observables: z.array(z.looseObject({ name: z.string(), type_id: z.int() })),
  })
  .refine((finding) => finding.type_uid === finding.class_uid * 100 + finding.activity_id);

let server: TestServer;
let client: Client;

beforeAll(async () => {
  server = await startTestServer({ connections: [], clock: () => NOW });
  client = await server.signIn("analyst");
  const hostile = mappedEvent({
    title: HOSTILE,
    description: "@SUM(A1)",
    attackers: [
      attacker("+1"),
      attacker("198.51.1.**"),
      attacker("a@b.example", { kind: "account" }),
      ...CROWD.map((address) => attacker(address)),
    ],
    target: target({ host: "hostile.example", path: '/a,"b"' }),
  });
  await writeSeeded(
    server.deps.database,
    [...eventFactory(1, { now: NOW }).many(MANY), { connection: "odd", event: hostile }],
    NOW,
  );
});
afterAll(() => server.close());

/** The file, and the manifest that its answer names. */
async function download(query: string) {
  const response = await client(`/api/events/export?${query}`);
  const text = await response.text();
  const [, path = ""] = /^<([^>]+)>; rel="describedby"$/.exec(response.headers.get("link") ?? "") ?? [];
  const manifest = exportManifestSchema.parse(await (await client(path)).json());
  return { response, text, manifest };
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

test("an NDJSON file holds every matching event once, as the list gives it, oldest first", async () => {
  const { text, manifest } = await download("format=ndjson&connection=-odd");
  const events = z.array(securityEventSchema).parse(linesOf(text));
  expect(new Set(events.map(({ id }) => id)).size).toBe(MANY);
  const times = events.map(({ lastSeenAt }) => lastSeenAt);
  expect(times).toEqual([...times].sort());
  const page = await (await client("/api/events?connection=-odd&sort=lastSeenAt&limit=3")).json();
  expect(page).toMatchObject({ items: events.slice(0, 3) });
  expect(manifest).toMatchObject({ rows: MANY, matching: MANY, complete: true });
});

test("an OCSF file holds Detection Findings with all that the schema requires", async () => {
  const { text } = await download("format=ocsf");
  const findings = z.array(detectionFindingSchema).parse(linesOf(text));
  expect(findings).toHaveLength(MANY + 1);
  expect(new Set(findings.map(({ activity_id }) => activity_id))).toEqual(new Set([1, 3]));
});

test("a CSV file runs no formula in a spreadsheet and keeps every text", async () => {
  const { response, text } = await download("format=csv&connection=odd");
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="events.csv"');
  expect(text.split("\r\n")[0]).toContain("id,lastSeenAt,firstSeenAt,severity,status");
  expect(text).toContain(`"'${HOSTILE.replaceAll('"', '""')}"`);
  expect(text).toContain(`,"'@SUM(A1)",`);
  expect(text).toContain(`"'+1\n198.51.1.**\na@b.example\n192.0.2.0\n`);
  expect(text).toContain('"/a,""b"""');
});

test.each<[ExportFormat, (address: string) => string]>([
  ["csv", (address) => `\n${address}`],
  ["ndjson", (address) => `"value":"${address}"`],
  ["ocsf", (address) => `"src_endpoint":{"ip":"${address}"`],
])(
  "a file of %s names every attacker of an event, also those that the list leaves out",
  async (format, written) => {
    const { text } = await download(`format=${format}&connection=odd`);
    expect(CROWD.filter((address) => !text.includes(written(address)))).toEqual([]);
  },
);

test("a CSV file has its times in the zone that was asked for, and says so; lines of JSON keep to UTC", async () => {
  const query = "connection=odd&timeZone=Asia/Shanghai";
  const inUtc = (await download("format=csv&connection=odd")).text;
  const [utc = ""] = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(inUtc) ?? [];
  const shown = new Date(Date.parse(utc) + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
  const csv = await download(`format=csv&${query}`);
  expect(csv.text).toContain(shown);
  expect(csv.text).not.toContain(utc);
  expect(csv.manifest.timeZone).toBe("Asia/Shanghai");
  const lines = await download(`format=ndjson&${query}`);
  expect(lines.text).toContain(utc);
  expect(lines.manifest.timeZone).toBe("UTC");
});

test("an unknown zone is refused by name", async () => {
  const problem = await expectProblem(
    await client("/api/events/export?timeZone=Mars/Olympus"),
    "invalid-request",
  );
  expect(fieldsOf(problem)).toEqual(["timeZone"]);
});

describe("the manifest", () => {
  test.each<ExportFormat>(["csv", "ndjson", "ocsf"])(
    "names filter, size and digest of a %s file",
    async (format) => {
      const { text, manifest } = await download(`format=${format}&severity=high,critical&from=-30d`);
      expect(manifest).toMatchObject({
        format,
        filter: "severity=high%2Ccritical&from=-30d",
        timeZone: "UTC",
        startedAt: NOW.toISOString(),
        bytes: Buffer.byteLength(text),
        sha256: createHash("sha256").update(text).digest("hex"),
        complete: true,
      });
      expect(await (await client("/api/events/export/manifest")).json()).toEqual(manifest);
    },
  );

  test("of a file whose reader went away says that it is not complete, and how far it came", async () => {
    const response = await client("/api/events/export?format=ndjson");
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const manifest = exportManifestSchema.parse(await (await client("/api/events/export/manifest")).json());
    expect(manifest).toMatchObject({ complete: false, matching: MANY + 1, finishedAt: NOW.toISOString() });
    expect(manifest.rows).toBeLessThan(MANY);
  });

  test("is for the person alone who exported", async () => {
    const { manifest } = await download("format=csv&connection=odd");
    const admin = await server.signIn("admin");
    await expectProblem(await admin(`/api/events/export/manifest?export=${manifest.id}`), "not-found");
  });
});

test("an export is recorded with its filter before its first byte is sent", async () => {
  const response = await client("/api/events/export?format=ocsf&connection=odd");
  const { items } = activityListSchema.parse(
    await (await client("/api/activity?action=events.exported&limit=1")).json(),
  );
  expect(items).toMatchObject([
    { actor: { name: "analyst" }, details: { format: "ocsf", filter: "connection=odd", matching: 1 } },
  ]);
  await response.body?.cancel();
});

test.each([
  ["format=xml", "format"],
  ["format=csv&format=csv", "format"],
  ["severity=worst", "severity"],
  ["limit=10", "limit"],
] as const)("an export of %s is refused by naming what is wrong", async (query, field) => {
  const problem = await expectProblem(await client(`/api/events/export?${query}`), "invalid-request");
  expect(fieldsOf(problem)).toEqual([field]);
});
