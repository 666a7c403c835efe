import { nanoid } from "nanoid";
import { type EventSelection, MAX_SELECTED } from "@/lib/api/event-selection";
import { parseEventFilter } from "@/lib/events/query";
import {
  findSelection,
  insertSelection,
  removeExpiredSelections,
  type SelectionRow,
} from "@/lib/server/db/queries/selections";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";

/** Long enough to decide and to confirm; what is done with the events keeps them itself. */
const LIFETIME_MS = 3_600_000;

const toSelection = ({ id, total, createdAt, expiresAt }: SelectionRow): EventSelection => ({
  id,
  total,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/**
 * Freezes all events that match now, with the versions they have.
 * @param query filter parameters as in a view's URL.
 * @throws ProblemError invalid-request, naming wrong parameters as `query.<parameter>`; also for too many events.
 */
export async function selectEvents(
  { database, clock }: Deps,
  ownerId: string,
  query: string,
): Promise<EventSelection> {
  const createdAt = clock();
  const { value: filter, problems } = parseEventFilter(new URLSearchParams(query), createdAt);
  if (problems.length > 0) {
    throw invalidRequest(problems.map(({ field, message }) => ({ field: `query.${field}`, message })));
  }
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS);
  const selection = { id: nanoid(), ownerId, createdAt, expiresAt };
  return database.transaction(async (tx) => {
    await removeExpiredSelections(tx, createdAt);
    const total = await insertSelection(tx, selection, filter, MAX_SELECTED);
    if (total > MAX_SELECTED) {
      const message = `More than ${MAX_SELECTED} events match. Narrow the filter or the time range.`;
      throw invalidRequest([{ field: "query", message }]);
    }
    return toSelection({ ...selection, total });
  });
}

/** @throws ProblemError not-found */
export async function readSelection(
  { database, clock }: Deps,
  ownerId: string,
  id: string,
): Promise<EventSelection> {
  const row = await findSelection(database, ownerId, id, clock());
  if (row !== null) return toSelection(row);
  throw new ProblemError(
    "not-found",
    "There is no such selection of yours, or it has expired. Select again.",
  );
}
