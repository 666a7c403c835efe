import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { type Preferences, preferencesResponseSchema } from "@/lib/api/preferences";
import { savePreferences } from "@/lib/server/db/queries/user-preferences";
import { type Client, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let viewer: Client;
let analyst: Client;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  viewer = await server.signIn("viewer");
  analyst = await server.signIn("analyst");
});
afterAll(() => server.close());

const put = (client: Client, body: unknown) => client("/api/preferences", withJson("PUT", body));
async function read(client: Client): Promise<Preferences> {
  return preferencesResponseSchema.parse(await (await client("/api/preferences")).json()).preferences;
}

test("preferences are the product's until something is chosen, and then each person's own", async () => {
  expect(await read(viewer)).toEqual(DEFAULT_PREFERENCES);
  const chosen: Preferences = {
    timeZone: "Asia/Shanghai",
    language: "zh",
    density: "compact",
    columns: { order: ["severity", "title"], hidden: ["title"], widths: { severity: 90 } },
    singleKeyShortcuts: false,
  };
  expect((await put(viewer, chosen)).status).toBe(200);
  expect(await read(viewer)).toEqual(chosen);
  expect(await read(analyst)).toEqual(DEFAULT_PREFERENCES);
  await put(viewer, DEFAULT_PREFERENCES);
  expect(await read(viewer)).toEqual(DEFAULT_PREFERENCES);
});

test.each<[stored: unknown, expected: Partial<Preferences>]>([
  [{ density: "compact" }, { density: "compact" }],
  [{ density: "huge" }, {}],
  ["text", {}],
])("preferences that another version stored (%j) still open the screens", async (stored, expected) => {
  await savePreferences(server.deps.database, "user-analyst", stored, server.deps.clock());
  expect(await read(analyst)).toEqual({ ...DEFAULT_PREFERENCES, ...expected });
});

test.each<[change: object, field: string]>([
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ language: "de" }, "language"],
  [{ density: "huge" }, "density"],
  [{ singleKeyShortcuts: "yes" }, "singleKeyShortcuts"],
  [{ theme: "dark" }, "theme"],
  [{ columns: { order: ["a", "a"], hidden: [], widths: {} } }, "columns.order"],
  [{ columns: { order: [], hidden: [], widths: { a: 5 } } }, "columns.widths.a"],
  [{ columns: { order: [...Array(41).keys()].map(String), hidden: [], widths: {} } }, "columns.order"],
])("%.70j is refused, naming %s", async (change, field) => {
  const response = await put(viewer, { ...DEFAULT_PREFERENCES, ...change });
  expect(fieldsOf(await expectProblem(response, "invalid-request"))).toContain(field);
});
