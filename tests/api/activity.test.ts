import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { activityEntrySchema, activityListSchema, activityVerificationSchema } from "@/lib/api/activity";
import { type ActivityEntry, appendActivities } from "@/lib/server/activity/append-activity";
import type { Client } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const HOSTILE = ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\tx", 'a "quoted", cell'];

let server: TestServer;
let client: Client;

const entry = (index: number, change: Partial<ActivityEntry>): ActivityEntry => ({
  at: new Date(START + index * 60_000),
  actor: { kind: "user", id: "user-mia", name: "Mia", origin: "watchfloor" },
  action: "status.changed",
  subject: `event-${index}`,
  source: "waf-threat",
  from: "toBeConfirmed",
  to: "ignored",
  details: {},
  address: "192.0.2.10",
  ...change,
});

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  client = await server.signIn("analyst");
  const ben = { kind: "user", id: "user-ben", name: "ben", origin: "api" } as const;
  await appendActivities(server.deps.database, [
    entry(0, {}),
    entry(1, { actor: ben, to: "confirmed" }),
    entry(2, { source: "hss-rasp", from: "confirmed" }),
    // Before the window of the tests that narrow the list.
    entry(-2, { action: "assignee.changed", subject: "given", from: "ignored", to: "confirmed" }),
    entry(-1, { action: "job.started", subject: "job-1", from: null, to: "confirmed" }),
    entry(3, { action: "status.overtaken", actor: { kind: "cloud-user", id: "1610****", name: null } }),
    ...HOSTILE.map((text, index) => entry(4 + index, { subject: "hostile", details: { index }, from: text })),
  ]);
});
afterAll(() => server.close());

async function list(query: string) {
  return activityListSchema.parse(await (await client(`/api/activity?${query}`)).json());
}

describe("the activity list", () => {
  const WINDOW = "from=2026-03-01T12:00:00Z&to=2026-03-01T12:04:00Z";
  test.each([
    ["by a person's name in any case", "person=mia", ["event-2", "event-0"]],
    ["by a person's id", "person=user-ben", ["event-1"]],
    ["by a cloud's user", "person=1610****", ["event-3"]],
    ["by several people", "person=ben,1610****", ["event-3", "event-1"]],
    ["by action", "action=status.overtaken", ["event-3"]],
    ["by the status before", "statusFrom=confirmed", ["event-2"]],
    ["by the status after", "statusTo=confirmed", ["event-1"]],
    ["by source", "source=hss-rasp,cloud-firewall", ["event-2"]],
    ["by event", "subject=event-0", ["event-0"]],
    ["by nothing more", "", ["event-3", "event-2", "event-1", "event-0"]],
  ])("is narrowed %s, newest first", async (_what, query, subjects) => {
    expect((await list(`${WINDOW}&${query}`)).items.map(({ subject }) => subject)).toEqual(subjects);
  });

  test("takes nobody who is called like a status for one, and finds a bulk change by the status that it sets", async () => {
    const before = "to=2026-03-01T12:00:00Z";
    expect((await list(`${before}&statusFrom=ignored`)).items).toEqual([]);
    expect((await list(`${before}&statusTo=confirmed`)).items.map(({ subject }) => subject)).toEqual([
      "job-1",
    ]);
  });

  test("is read page by page, each entry once", async () => {
    const ids: number[] = [];
    let cursor: string | null = null;
    do {
      const page: z.infer<typeof activityListSchema> = await list(
        `limit=3${cursor ? `&cursor=${cursor}` : ""}`,
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(ids.at(-1)).toBe(1);
  });

  test.each([
    ["cursor=x", "invalid-cursor", "cursor"],
    ["from=yesterday", "invalid-request", "from"],
    ["limit=0", "invalid-request", "limit"],
    ["who=mia", "invalid-request", "who"],
    ["action=status.changed,bogus", "invalid-request", "action"],
    ["source=waf", "invalid-request", "source"],
    ["from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "invalid-request", "from"],
  ] as const)("refuses %s", async (query, code, field) => {
    const problem = await expectProblem(await client(`/api/activity?${query}`), code);
    expect(fieldsOf(problem)).toEqual([field]);
  });
});

describe("the export", () => {
  test("as CSV runs no formula in a spreadsheet and keeps every text", async () => {
    const response = await client("/api/activity/export?subject=hostile");
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(HOSTILE.length + 1);
    const cells = lines.slice(1).flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
    const dangerous = cells.map((cell) => cell.replace(/^"/, "")).filter((cell) => /^[=+\-@\t\r]/.test(cell));
    expect(dangerous).toEqual([]);
    for (const text of HOSTILE) expect(lines.join("\n")).toContain(text.replaceAll('"', '""'));
  });

  test("as NDJSON gives one whole entry per line, more of them than a page", async () => {
    const many = Array.from({ length: 2_300 }, (_, index) => entry(index, { subject: "many" }));
    await appendActivities(server.deps.database, many);
    const response = await client("/api/activity/export?format=ndjson&subject=many");
    const lines = (await response.text()).trimEnd().split("\n");
    const entries = z.array(activityEntrySchema).parse(lines.map((line): unknown => JSON.parse(line)));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(many.length);
  });

  test("is neither made nor recorded for who only asks about it", async () => {
    const before = (await list("action=activity.exported")).items.length;
    const response = await client("/api/activity/export?person=mia", { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "text/csv",
      "",
    ]);
    expect((await list("action=activity.exported")).items).toHaveLength(before);
  });

  test("is recorded itself, with its filter", async () => {
    await (await client("/api/activity/export?person=mia")).text();
    const { items } = await list("action=activity.exported&limit=1");
    expect(items).toMatchObject([
      { actor: { name: "analyst" }, details: { format: "csv", filter: { person: "mia" } } },
    ]);
  });
});

test("the verification says that the record is whole", async () => {
  const response = await client("/api/activity/verification");
  const { entries, ...verification } = activityVerificationSchema.parse(await response.json());
  expect(verification).toMatchObject({ intact: true, broken: null });
  expect(entries).toBeGreaterThan(HOSTILE.length);
});
