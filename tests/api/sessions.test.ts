import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionListSchema } from "@/lib/api/sessions";
import { signedInClient } from "../support/api-client";
import { type Client, settlePerson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

async function listed(client: Client, owner = "me") {
  return sessionListSchema.parse(await (await client(`/api/sessions?owner=${owner}`)).json()).items;
}

const end = (client: Client, id = "none") => client(`/api/sessions/${id}`, { method: "DELETE" });

describe("one's sessions", () => {
  test("are listed with where they are, the one that asks marked", async () => {
    const { client, credentials } = await settlePerson(admin, "ada", "viewer");
    await signedInClient(credentials);
    const sessions = await listed(client);
    expect(sessions.map(({ owner, address, current }) => [owner.username, address, current])).toEqual(
      expect.arrayContaining([
        ["ada", "127.0.0.1", true],
        ["ada", "127.0.0.1", false],
      ]),
    );
  });

  test("can be ended one by one, at once, which is recorded", async () => {
    const { client, credentials } = await settlePerson(admin, "grace", "viewer");
    const elsewhere = await signedInClient(credentials);
    const other = (await listed(client)).find(({ current }) => !current);
    expect((await end(client, other?.id)).status).toBe(200);
    expect((await elsewhere("/api/session")).status).toBe(401);
    expect((await client("/api/session")).status).toBe(200);
    expect(await listed(client)).toHaveLength(1);
    expect(await recordedActions(server.deps.database)).toContain("session.revoked");
    await expectProblem(await end(client, other?.id), "not-found");
  });
});

describe("the sessions of others", () => {
  test("are neither listed for nor ended by anybody but administrators", async () => {
    const { client: owner } = await settlePerson(admin, "owner", "viewer");
    const { client: stranger } = await settlePerson(admin, "stranger", "analyst");
    const [session] = await listed(owner);
    await expectProblem(await stranger("/api/sessions?owner=all"), "forbidden");
    expect((await listed(stranger)).map((one) => one.owner.username)).toEqual(["stranger"]);
    await expectProblem(await end(stranger, session?.id), "not-found");
    expect((await owner("/api/session")).status).toBe(200);
    expect((await listed(admin, "all")).map(({ id }) => id)).toContain(session?.id);
    expect((await end(admin, session?.id)).status).toBe(200);
    expect((await owner("/api/session")).status).toBe(401);
  });

  test("are asked for in words that are known", async () => {
    const problem = await expectProblem(await admin("/api/sessions?owner=ada"), "invalid-request");
    expect(fieldsOf(problem)).toEqual(["owner"]);
  });
});
