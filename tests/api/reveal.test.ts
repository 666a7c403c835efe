import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventResponseSchema } from "@/lib/api/event-detail";
import { eventListSchema } from "@/lib/api/event-list";
import { revealResponseSchema } from "@/lib/api/reveal";
import { ROLES, type Role, roleIncludes } from "@/lib/api/role";
import { activity } from "@/lib/server/db/schema/activity";
import type { Client } from "../support/callers";
import { expectProblem } from "../support/problem";
import { readIntoIndex } from "../support/read-into-index";
import { seedAnswers } from "../support/seed-answers";
import { apisecRow, raspRow } from "../support/sources/source-records";
import { type StubCloud, startStubCloud } from "../support/stub-cloud";
import { stubConnections, unlimited } from "../support/stub-connections";
import { startTestServer, type TestServer } from "../support/test-server";

const SECRETS = {
  cookie: "planted-cookie",
  own: "planted-header",
  parameter: "planted-parameter",
  live: "planted-live",
};

/** White space and number literals as no serialiser of ours writes them. */
const raspText = `{ "total_num": 1.0, "data_list": [ ${JSON.stringify(
  raspRow({
    req_method: "GET",
    req_url: "/a",
    query_string: `page=1&access_token=${SECRETS.parameter}`,
    req_headers: JSON.stringify({
      host: ["a.example"],
      cookie: [`sid=${SECRETS.cookie}`],
      "x-own-key": [SECRETS.own],
    }),
  }),
)} ] }`;

let cloud: StubCloud;
let server: TestServer;
let clients: Record<Role, Client>;
const ids = { rasp: "", apisec: "" };

beforeAll(async () => {
  cloud = await startStubCloud(
    seedAnswers({
      ListRaspEvents: raspText,
      DescribeApisecEvents: JSON.stringify({ TotalCount: 1, Data: [apisecRow()] }),
      DescribeApisecEventDetail: JSON.stringify({
        DetailValue: JSON.stringify({
          method: "POST",
          url: `/b?token=${SECRETS.live}`,
          header: { cookie: SECRETS.live },
        }),
      }),
    }),
  );
  server = await startTestServer({
    connections: stubConnections(cloud.endpoint),
    cloudClient: { budgets: unlimited },
  });
  clients = {
    viewer: await server.signIn("viewer"),
    analyst: await server.signIn("analyst"),
    admin: await server.signIn("admin"),
  };
  await readIntoIndex(server.deps);
  const { items } = eventListSchema.parse(await (await clients.viewer("/api/events")).json());
  ids.rasp = items.find(({ source }) => source === "hss-rasp")?.id ?? "";
  ids.apisec = items.find(({ source }) => source === "waf-api-security")?.id ?? "";
});
afterAll(async () => {
  await server.close();
  await cloud.close();
});

const readText = async (role: Role, id: string) => (await clients[role](`/api/events/${id}`)).text();
const reveal = (role: Role, id: string) => clients[role](`/api/events/${id}/reveal`, { method: "POST" });
const planted = (text: string) => Object.values(SECRETS).filter((secret) => text.includes(secret));

describe.each(ROLES)("to the role %s", (role) => {
  const maySee = roleIncludes(role, "analyst");

  test("samples and live facets come masked", async () => {
    for (const id of Object.values(ids)) {
      const { detail } = eventResponseSchema.parse(JSON.parse(await readText(role, id)));
      expect(planted(JSON.stringify(detail))).toEqual([]);
      expect(detail.samples[0]).toMatchObject({ masked: true });
    }
  });

  test(`the upstream record comes ${maySee ? "as it came" : "without its secrets"}`, async () => {
    const text = await readText(role, ids.rasp);
    expect(planted(text)).toEqual(maySee ? ["planted-cookie", "planted-header", "planted-parameter"] : []);
    expect(text).toContain("a.example");
  });

  test(`the cloud's live answer comes ${maySee ? "byte for byte" : "without its secrets"}`, async () => {
    const connection = [...server.deps.clouds].find(([, { config }]) => config.product === "hss")?.[0];
    const answer = await clients[role](`/api/cloud/${connection}/ListRaspEvents?start_time=1&end_time=2`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text === raspText).toBe(maySee);
    expect(planted(text).length > 0).toBe(maySee);
  });
});

describe("revealing", () => {
  test("is refused to viewers", async () => {
    await expectProblem(await reveal("viewer", ids.rasp), "forbidden");
  });

  test.each(["analyst", "admin"] as const)("gives the role %s what was masked, as it came", async (role) => {
    const stored = revealResponseSchema.parse(await (await reveal(role, ids.rasp)).json());
    expect(stored.samples[0]).toMatchObject({ masked: false });
    expect(stored.samples[0]?.text).toContain(`cookie: sid=${SECRETS.cookie}`);
    expect(stored.samples[0]?.text).toContain(`x-own-key: ${SECRETS.own}`);
    expect(await readText(role, ids.rasp)).toContain(`"raw":${stored.rawText}`);
    const live = revealResponseSchema.parse(await (await reveal(role, ids.apisec)).json());
    expect(JSON.stringify(live.live)).toContain(SECRETS.live);
    expect(live.samples[0]?.text).toContain(SECRETS.live);
  });

  test("is recorded each time, with who, what and when, and without the secrets", async () => {
    const reveals = async () =>
      (await server.deps.database.select().from(activity)).filter(
        ({ action }) => action === "sample.revealed",
      );
    const before = await reveals();
    await reveal("analyst", ids.rasp);
    await reveal("analyst", ids.rasp);
    const after = await reveals();
    expect(after).toHaveLength(before.length + 2);
    expect(after.at(-1)).toMatchObject({ actorName: "analyst", subject: ids.rasp, source: "hss-rasp" });
    expect(planted(JSON.stringify(after) + server.logText())).toEqual([]);
  });

  test("something that does not exist is neither answered nor recorded", async () => {
    await expectProblem(await reveal("admin", "none"), "not-found");
    const subjects = await server.deps.database.select({ subject: activity.subject }).from(activity);
    expect(subjects.map(({ subject }) => subject)).not.toContain("none");
  });
});
