import { infiniteQueryOptions } from "@tanstack/react-query";
import { type ActivityList, activityListSchema, activityVerificationSchema } from "@/lib/api/activity";
import { fetchJson } from "@/lib/api/fetch-json";
import { readJson } from "@/lib/api/read-json";
import { type ActivityView, activityQuery, activitySearch } from "./activity-view";

/** The API's query string for a filter; relative times end now. */
export function activityParams(view: ActivityView): URLSearchParams {
  return new URLSearchParams(Object.entries(activityQuery(view, new Date())));
}

/**
 * Entries that match, page after page.
 * @param initial the page that the server rendered at `renderedAt` (ISO 8601).
 */
export function activityListQuery(view: ActivityView, initial: ActivityList, renderedAt: string) {
  const first: string | null = null;
  return infiniteQueryOptions({
    queryKey: ["activity", activitySearch(view), renderedAt],
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const params = activityParams(view);
      if (pageParam !== null) params.set("cursor", pageParam);
      return readJson(`/api/activity?${params}`, activityListSchema, signal);
    },
    initialPageParam: first,
    initialData: { pages: [initial], pageParams: [first] },
    getNextPageParam: (last: ActivityList) => last.nextCursor,
    // Rows never move by themselves under the eyes of a reader.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Has the server prove the chain of entries. @throws ApiError */
export function verifyRecord() {
  return fetchJson("/api/activity/verification", activityVerificationSchema);
}
