import type { StatusResult } from "@/lib/api/status-change";
import type { Database } from "@/lib/server/db/database";
import { statusChangesOf } from "@/lib/server/db/queries/status-change-rows";
import { findStatusTargets } from "@/lib/server/db/queries/status-targets";

/** What an earlier change has changed, as the events are now. Events that it left alone are not listed again. */
export async function settledResults(database: Database, changeId: string): Promise<StatusResult[]> {
  const rows = await statusChangesOf(database, changeId);
  const targets = await findStatusTargets(
    database,
    rows.map((row) => row.eventId),
  );
  return rows.map((row): StatusResult => {
    const target = targets.get(row.eventId);
    return {
      eventId: row.eventId,
      outcome: "changed",
      version: target?.version ?? null,
      status: target?.status ?? null,
      statusOrigin: target?.statusOrigin ?? null,
      writeState: target?.writeState ?? null,
      conflict: null,
      message: row.message,
    };
  });
}
