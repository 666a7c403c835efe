import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, settingsResponseSchema } from "@/lib/api/settings";
import { readSettings } from "@/lib/server/db/queries/settings";
import { activity } from "@/lib/server/db/schema/activity";
import { type Client, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let admin: Client;
let viewer: Client;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  admin = await server.signIn("admin");
  viewer = await server.signIn("viewer");
});
afterAll(() => server.close());

const read = async () => settingsResponseSchema.parse(await (await viewer("/api/settings")).json());
const change = (body: unknown) => admin("/api/settings", withJson("PATCH", body));

describe("the settings", () => {
  test("are the defaults until somebody changes them", async () => {
    expect(await read()).toEqual({
      settings: DEFAULT_SETTINGS,
      version: 0,
      updatedAt: null,
      updatedBy: null,
    });
  });

  test("take what is given, keep the rest, and are in force at once", async () => {
    const { version } = await read();
    expect((await change({ version, policy: { requireNote: "closing" } })).status).toBe(200);
    expect((await change({ version: version + 1, retentionDays: 90 })).status).toBe(200);
    const expected = {
      ...DEFAULT_SETTINGS,
      policy: { requireNote: "closing", requireReason: "never" },
      retentionDays: 90,
    };
    expect(await read()).toMatchObject({ settings: expected, version: version + 2, updatedBy: "admin" });
    expect(await readSettings(server.deps.database)).toEqual(expected);
  });

  test("are recorded with what was before and after", async () => {
    const before = await read();
    await change({ version: before.version, defaults: { timeZone: "Europe/Berlin" } });
    const { settings } = await read();
    const rows = await server.deps.database.select().from(activity);
    expect(rows.filter(({ action }) => action === "settings.changed").at(-1)).toMatchObject({
      actorName: "admin",
      details: { before: before.settings, after: settings },
    });
  });

  test("that would not change are not recorded", async () => {
    const { version, settings } = await read();
    expect((await change({ version, defaults: settings.defaults })).status).toBe(200);
    expect((await read()).version).toBe(version);
  });

  test("changed by two at once take the first, and tell the second", async () => {
    const { version } = await read();
    const answers = await Promise.all([
      change({ version, retentionDays: 30 }),
      change({ version, retentionDays: 60 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    if (refused) expect(fieldsOf(await expectProblem(refused, "conflict"))).toEqual(["version"]);
    expect((await read()).version).toBe(version + 1);
  });

  test.each([
    ["an unknown time zone", { defaults: { timeZone: "Mars/Olympus" } }, "defaults.timeZone"],
    ["an unknown language", { defaults: { language: "xx" } }, "defaults.language"],
    ["an unknown policy", { policy: { requireNote: "sometimes" } }, "policy.requireNote"],
    ["a retention of nothing", { retentionDays: 0 }, "retentionDays"],
    ["a retention of half a day", { retentionDays: 0.5 }, "retentionDays"],
    ["a setting that does not exist", { theme: "dark" }, "theme"],
  ])("refuse %s", async (_what, wrong, field) => {
    const { version } = await read();
    const problem = await expectProblem(await change({ version, ...wrong }), "invalid-request");
    expect(fieldsOf(problem)).toEqual([field]);
  });
});
