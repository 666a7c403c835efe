import { findRecord } from "@/lib/server/db/queries/find-record";
import type { ConnectedCloud, Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { StoredRecord } from "@/lib/server/sources/source";

/** A stored record, and the cloud it came from; `null` when the connection is no longer configured. */
export type ConnectedRecord = { readonly record: StoredRecord; readonly cloud: ConnectedCloud | null };

/** @throws ProblemError not-found */
export async function findConnectedRecord(deps: Deps, eventId: string): Promise<ConnectedRecord> {
  const record = await findRecord(deps.database, eventId);
  if (record === null) throw new ProblemError("not-found", `There is no event ${eventId}.`);
  return { record, cloud: deps.clouds.get(record.event.connection) ?? null };
}

/** Why nothing can be read live of a record whose connection is gone. */
export function disconnectedReason(record: StoredRecord): string {
  return `The connection ${record.event.connection} is no longer configured.`;
}
