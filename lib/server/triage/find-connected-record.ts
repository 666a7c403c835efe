import { cloudOf } from "@/lib/server/cloud-of";
import { findRecord } from "@/lib/server/db/queries/find-record";
import type { ConnectedCloud, Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { StoredRecord } from "@/lib/server/sources/source";

/** A stored record, and the cloud it came from; `null` when the connection does not lead there any more. */
export type ConnectedRecord = { readonly record: StoredRecord; readonly cloud: ConnectedCloud | null };

/** @throws ProblemError not-found */
export async function findConnectedRecord(deps: Deps, eventId: string): Promise<ConnectedRecord> {
  const record = await findRecord(deps.database, eventId);
  if (record === null) throw new ProblemError("not-found", `There is no event ${eventId}.`);
  return { record, cloud: cloudOf(deps.clouds, record.event) };
}

/** Why nothing can be read live of a record whose connection does not lead to its cloud any more. */
export function disconnectedReason({ clouds }: Pick<Deps, "clouds">, { event }: StoredRecord): string {
  return clouds.has(event.connection)
    ? `The connection ${event.connection} leads to another product now.`
    : `The connection ${event.connection} is no longer configured.`;
}
