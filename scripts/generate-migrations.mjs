// Writes lib/server/db/migrations anew from lib/server/db/schema: one initial migration, because nothing is
// released yet. What Drizzle cannot express (extensions, triggers) stands in schema/*.sql and is appended.
// The result depends on the schema alone, so that two people who run it get the same files.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BREAKPOINT = "--> statement-breakpoint\n";
const schema = "lib/server/db/schema";
const migrations = "lib/server/db/migrations";

rmSync(migrations, { recursive: true, force: true });
execFileSync(
  process.execPath,
  ["node_modules/drizzle-kit/bin.cjs", "generate", "--name", "initial", "--config", "drizzle.config.ts"],
  { stdio: ["ignore", "ignore", "inherit"] },
);

const file = join(migrations, "0000_initial.sql");
const additions = readdirSync(schema)
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => readFileSync(join(schema, name), "utf8"));
const statements = [
  "CREATE EXTENSION IF NOT EXISTS pg_trgm;\n",
  readFileSync(file, "utf8").trimEnd().concat("\n"),
  ...additions,
];
writeFileSync(file, statements.join(BREAKPOINT));

rewriteJson(join(migrations, "meta/_journal.json"), (journal) => {
  for (const entry of journal.entries) entry.when = Date.UTC(2026, 0, 1);
});
rewriteJson(join(migrations, "meta/0000_snapshot.json"), (snapshot) => {
  snapshot.id = "00000000-0000-4000-8000-000000000001";
});

function rewriteJson(path, change) {
  const value = JSON.parse(readFileSync(path, "utf8"));
  change(value);
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
