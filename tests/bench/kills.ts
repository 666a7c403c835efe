import { parseArgs } from "node:util";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { surviveKills } from "@/tests/support/processes/survive-kills";

// Kills the application at many random moments on both databases, and prints what became of the data.
const { values } = parseArgs({
  options: { lives: { type: "string", default: "50" }, seed: { type: "string", default: "1" } },
});
const lives = Number(values.lives);
const server = await startPostgresServer();
const urls = { pglite: "", postgres: await createDatabase(server.url) };
for (const [engine, url] of Object.entries(urls)) {
  console.log(engine, await surviveKills(url, lives, Number(values.seed)));
}
await server.stop();
