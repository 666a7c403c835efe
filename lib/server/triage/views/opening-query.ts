import type { User } from "@/lib/api/user";
import { OPEN_STATUSES } from "@/lib/events/status";
import type { Deps } from "@/lib/server/deps";
import { listViews } from "./list-views";

/** What nobody has closed, most urgent first. */
const OPEN_WORK = `status=${OPEN_STATUSES.join()}&sort=-severity`;

/**
 * What the queue opens with when its address asks for nothing, as URL parameters: the person's own default
 * view, else open work. Empty for a default view that shows everything.
 */
export async function openingQuery(deps: Pick<Deps, "database">, user: User): Promise<string> {
  const chosen = (await listViews(deps, user)).items.find(({ isDefault }) => isDefault);
  return chosen?.query ?? OPEN_WORK;
}
