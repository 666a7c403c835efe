import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { takeSyncLead } from "@/lib/server/db/sync-lead";
import { createLogger } from "@/lib/server/log";
import { openTestDatabase } from "@/tests/support/database";
import { createDatabase } from "@/tests/support/postgres-server";

const open: OpenDatabase[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

/** Two processes of one installation. */
async function twoProcesses() {
  const url = await createDatabase(inject("postgresUrl"));
  const logger = createLogger("fatal");
  const [one, other] = [
    await openDatabase({ url, dataDir: null, logger }),
    await openDatabase({ url, dataDir: null, logger }),
  ];
  open.push(one, other);
  return { url, one, other };
}

describe("the lead of the sync", () => {
  it("is held by one process at a time, and free again once that one lets go", async () => {
    const { one, other } = await twoProcesses();
    const lead = await takeSyncLead(one.orm);
    expect(await takeSyncLead(other.orm)).toBeNull();
    await lead?.release();
    const next = await takeSyncLead(other.orm);
    expect(next).not.toBeNull();
    await next?.release();
  });

  it("is lost, and known to be, when its connection breaks", async () => {
    const { url, one, other } = await twoProcesses();
    const lead = await takeSyncLead(one.orm);
    if (!lead) throw new Error("Nobody else could have it.");
    const lost = new Promise((resolve) => lead.lost.addEventListener("abort", resolve));
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()",
    );
    await admin.end();
    await lost;
    await lead.release();
    const next = await takeSyncLead(other.orm);
    expect(next).not.toBeNull();
    await next?.release();
  });

  it("needs no lock in the embedded database, which has one process only", async () => {
    const database = await openTestDatabase("pglite");
    open.push(database);
    const lead = await takeSyncLead(database.orm);
    expect(lead?.lost.aborted).toBe(false);
    await lead?.release();
  });
});
