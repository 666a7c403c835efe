import { eq } from "drizzle-orm";
import type { Database } from "../database";
import { cloudOperations } from "../schema/cloud-operations";

export type StoredCloudOperations = Omit<typeof cloudOperations.$inferSelect, "eventId">;

export async function saveCloudOperations(
  database: Database,
  eventId: string,
  copy: StoredCloudOperations,
): Promise<void> {
  await database
    .insert(cloudOperations)
    .values({ eventId, ...copy })
    .onConflictDoUpdate({ target: cloudOperations.eventId, set: copy });
}

export async function findCloudOperations(
  database: Database,
  eventId: string,
): Promise<StoredCloudOperations | null> {
  const [copy] = await database
    .select({ readAt: cloudOperations.readAt, operations: cloudOperations.operations })
    .from(cloudOperations)
    .where(eq(cloudOperations.eventId, eventId));
  return copy ?? null;
}
