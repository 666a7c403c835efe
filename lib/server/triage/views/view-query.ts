import { TIMELINE_MEASURES } from "@/lib/api/timeline-measure";
import { DEFAULT_SORT, filterParams, parseEventQuery, sortParam } from "@/lib/events/query";
import { invalidRequest } from "@/lib/server/http/problem-error";

const PAGING = ["limit", "cursor"] as const;

/**
 * The parameters of a view in canonical form: filter, and sort and measure where they are not the usual ones.
 * @throws ProblemError invalid-request, naming each wrong parameter as `query.<parameter>`.
 */
export function viewQuery(text: string, now: Date): string {
  const given = new URLSearchParams(text);
  const { value, problems } = parseEventQuery(given, now, ["measure"]);
  const found = [...problems];
  for (const field of PAGING) {
    if (given.has(field)) found.push({ field, message: "A view has no pages. Leave it out." });
  }
  const [measure = "events"] = given.getAll("measure");
  if (!TIMELINE_MEASURES.some((known) => known === measure)) {
    found.push({ field: "measure", message: `Give one of: ${TIMELINE_MEASURES.join(", ")}.` });
  }
  if (found.length > 0) {
    throw invalidRequest(found.map(({ field, message }) => ({ field: `query.${field}`, message })));
  }
  const params = filterParams(value.filter);
  if (sortParam(value.sort) !== sortParam(DEFAULT_SORT)) params.set("sort", sortParam(value.sort));
  if (measure !== "events") params.set("measure", measure);
  return params.toString();
}
