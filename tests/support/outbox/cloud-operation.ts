import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** A status change in the cloud's own record; pass what the test is about. */
export function cloudOperation(change: Partial<CloudOperationRecord> = {}): CloudOperationRecord {
  return {
    at: "2026-03-01T12:00:10.000Z",
    userId: "1610954820193345",
    from: "toBeConfirmed",
    to: "confirmed",
    note: null,
    origin: "cloud-console",
    raw: "{}",
    ...change,
  };
}
