import type { ActivityVerification } from "@/lib/api/activity";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { type ActivityRow, entriesAfter, findHead } from "@/lib/server/db/queries/activity-entries";
import { entryHash } from "./entry-hash";

const PAGE = 2_000;
/** What the first entry follows. */
export const FIRST_HASH = "0".repeat(64);

type Link = { readonly id: number; readonly hash: string };

/** Why an entry does not follow `before`; null when it does. */
function flaw(entry: ActivityRow, before: Link): string | null {
  if (entry.id !== before.id + 1) {
    return `Entry ${before.id + 1} is missing: ${entry.id} follows ${before.id}.`;
  }
  if (entry.previousHash !== before.hash) return "It does not carry the hash of the entry before it.";
  return entryHash(entry) === entry.hash ? null : "Its content does not match its hash: it was changed.";
}

/**
 * Proves the record of activities: every entry still says what its hash was made of, follows the one before,
 * and the last one is the one that was appended last. Entries that are appended meanwhile do no harm.
 */
export async function verifyActivity(database: Database, clock: Clock): Promise<ActivityVerification> {
  const head = await findHead(database);
  let before: Link = { id: 0, hash: FIRST_HASH };
  let entries = 0;
  const answer = (broken: ActivityVerification["broken"]): ActivityVerification => ({
    intact: broken === null,
    entries,
    checkedAt: clock().toISOString(),
    broken,
  });
  for (;;) {
    const page = await entriesAfter(database, before.id, PAGE);
    for (const entry of page) {
      const reason = flaw(entry, before);
      if (reason !== null) return answer({ id: entry.id, at: entry.at.toISOString(), reason });
      before = entry;
      entries += 1;
    }
    if (page.length < PAGE) break;
  }
  const last = head?.lastId ?? null;
  if (last !== null && last <= before.id) return answer(null);
  const reason =
    last === null
      ? "The end of the chain is not known: its mark was removed."
      : `The entries after ${before.id} are missing: the last one was ${last}.`;
  return answer({ id: last === null ? null : before.id + 1, at: null, reason });
}
