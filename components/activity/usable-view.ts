import { activityQuerySchema } from "@/lib/api/activity";
import type { QueryProblem } from "@/lib/events/query";
import { notATime, resolveTime } from "@/lib/events/relative-time";
import { type ActivityView, activityQuery, readActivityView } from "./activity-view";

const NO_ACTION = "This is nothing that is recorded. Choose an action below.";

/**
 * The filter that an address asks for without what the API would refuse: a record that seems to hold nothing because
 * of a mistyped word would be a wrong answer. `problems` names what was left out.
 */
export function usableView(
  params: URLSearchParams,
  now: Date,
): { readonly view: ActivityView; readonly problems: readonly QueryProblem[] } {
  const asked = readActivityView(params);
  const problems: QueryProblem[] = [];
  const parts = Object.entries(asked).filter(([field, text]) => {
    const message = problemOf(field, text, now);
    if (message !== null) problems.push({ field, message });
    return message === null;
  });
  const checked = activityQuerySchema.safeParse(activityQuery(Object.fromEntries(parts), now));
  const refused = (checked.error?.issues ?? []).map(({ path, message }) => {
    const field = String(path[0]);
    // The choices stand right below the notice; all of them in one sentence would push them off a small screen.
    return { field, message: field === "action" ? NO_ACTION : message };
  });
  problems.push(...refused);
  const view = Object.fromEntries(parts.filter(([field]) => refused.every((one) => one.field !== field)));
  return { view, problems };
}

/** What the schema does not see: it is told instants only, and texts of any characters. */
function problemOf(field: string, text: string, now: Date): string | null {
  if (text.includes("\0")) return "A value must not contain the NUL character.";
  const isTime = field === "from" || field === "to";
  return isTime && resolveTime(text, now) === null ? notATime(text) : null;
}
