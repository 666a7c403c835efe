import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Role } from "@/lib/api/role";
import { type ApiRequest, callApi, signedInClient } from "./api-client";
import type { TestServer } from "./test-server";

export type Client = (path: string, request?: ApiRequest) => Promise<Response>;

/** A request with a JSON body. */
export function withJson(method: string, body: unknown): ApiRequest {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

const DAY_MS = 86_400_000;

/** A client that carries an API token and nothing else. */
export function tokenClient(secret: string): Client {
  return (path, request = {}) =>
    callApi(path, { ...request, headers: { ...request.headers, authorization: `Bearer ${secret}` } });
}

const tokenMade = z.object({ token: z.object({ id: z.string() }), secret: z.string() });

/** Makes an API token of the client's own. @param days until it expires. */
export async function makeToken(server: TestServer, client: Client, role: Role, days = 30) {
  const expiresAt = new Date(server.deps.clock().getTime() + days * DAY_MS).toISOString();
  const response = await client("/api/tokens", withJson("POST", { name: `A ${role}'s`, role, expiresAt }));
  const { token, secret } = tokenMade.parse(await response.json());
  return { id: token.id, secret, client: tokenClient(secret) };
}

const personMade = z.object({ person: z.object({ id: z.string() }), password: z.string() });

/** Creates an account with a generated password, which has to be changed. */
export async function makePerson(admin: Client, username: string, role: Role) {
  const response = await admin("/api/people", withJson("POST", { username, role }));
  const { person, password } = personMade.parse(await response.json());
  return { id: person.id, credentials: { username, password } };
}

/** Good enough for every rule about passwords. */
export const STRONG_PASSWORD = "cobalt-otter-fjord-97";

/** Somebody who has signed in and changed the generated password. */
export async function settlePerson(admin: Client, username: string, role: Role) {
  const { id, credentials } = await makePerson(admin, username, role);
  const client = await signedInClient(credentials);
  const change = { currentPassword: credentials.password, newPassword: STRONG_PASSWORD };
  const changed = await client("/api/account/password", withJson("POST", change));
  if (!changed.ok) throw new Error(`Changing the password failed with HTTP ${changed.status}`);
  return { id, client, credentials: { username, password: STRONG_PASSWORD } };
}

async function forEachRole<Value>(make: (role: Role) => Promise<Value>): Promise<Record<Role, Value>> {
  return { viewer: await make("viewer"), analyst: await make("analyst"), admin: await make("admin") };
}

/** Everybody who may ask: each role by session and by token, and those whose time is over. */
export async function createCallers(server: TestServer) {
  const { apiTokens, database, sessions: kept } = server.deps;
  const expired = await server.signIn("admin");
  const expiredToken = await makeToken(server, expired, "admin");
  await database.execute(sql`UPDATE sessions SET expires_at = now() - interval '1 day'`);
  await database.execute(sql`UPDATE api_tokens SET expires_at = now() - interval '1 day'`);
  kept.forgetAll();
  apiTokens.forgetAll();
  const sessions = await forEachRole((role) => server.signIn(role));
  const tokens = await forEachRole(async (role) => (await makeToken(server, sessions[role], role)).client);
  const revokedToken = await makeToken(server, sessions.admin, "admin");
  await sessions.admin(`/api/tokens/${revokedToken.id}`, { method: "DELETE" });
  const newcomer = await makePerson(sessions.admin, "newcomer", "admin");
  return {
    sessions,
    tokens,
    /** Has to change the password. */
    newcomer: await signedInClient(newcomer.credentials),
    /** Each proves nothing (any more). */
    refused: {
      "an expired session": expired,
      "an expired token": expiredToken.client,
      "a revoked token": revokedToken.client,
      "an unknown token": tokenClient("wf_unknown"),
      "a token of another kind": tokenClient("ghp_unknown"),
      "nothing after Bearer": tokenClient(""),
    } satisfies Record<string, Client>,
  };
}
