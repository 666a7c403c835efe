import { createHash } from "node:crypto";
import type { ActivityRow } from "@/lib/server/db/queries/activity-entries";

/**
 * JSON with sorted keys and without white space: the same text for the same value, whatever a database does
 * to the order of keys (jsonb sorts them by length).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

/** SHA-256, hexadecimal, over everything that an entry says and the hash of the one before it. */
export function entryHash({ hash: _, ...entry }: Omit<ActivityRow, "hash"> & { hash?: string }): string {
  return createHash("sha256")
    .update(canonicalJson({ ...entry, at: entry.at.toISOString() }))
    .digest("hex");
}
