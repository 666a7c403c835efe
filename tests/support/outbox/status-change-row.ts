import type { StatusChangeRow } from "@/lib/server/db/queries/status-targets";

/** A change made here that was not sent anywhere; pass what the test is about. */
export function statusChangeRow(change: Partial<StatusChangeRow> = {}): StatusChangeRow {
  return {
    id: 1,
    at: new Date("2026-03-01T12:00:00.000Z"),
    eventId: "event-1",
    version: 2,
    from: "toBeConfirmed",
    to: "confirmed",
    fromOrigin: "cloud",
    changeId: "change-1",
    actorKind: "user",
    actorId: "user-mia",
    actorName: "mia",
    note: null,
    reason: null,
    origin: "watchfloor",
    writeState: null,
    message: null,
    dueAt: null,
    expected: "toBeConfirmed",
    cloudWord: null,
    cloudNote: "[mia]",
    sentAt: null,
    acknowledged: false,
    sends: 0,
    looks: 0,
    failures: 0,
    failingSince: null,
    ...change,
  };
}
