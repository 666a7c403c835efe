import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answerWith } from "@/lib/api/answer-reader";
import { fetchJson } from "@/lib/api/fetch-json";
import type { Job, JobItemList, JobList } from "@/lib/api/jobs";
import { readJson } from "@/lib/api/read-json";
import type { ItemGroup } from "./item-group";

export const JOBS_KEY = ["jobs"] as const;

// The badge is on every page: it does not bring a parser with it.
const listReader = answerWith<JobList>("jobs");
const itemsReader = answerWith<JobItemList>("items", "nextCursor");

/** Of the bulk changes that have ended, so many of the latest are shown. */
export const SHOWN_ENDED = 10;
/** How often jobs are looked at while one is under way, and otherwise; milliseconds. */
const WATCHED = 1_000;
const QUIET = 30_000;

/** Whether events are still being changed, here or in a cloud. */
export function isUnderWay({ state, writes }: Job): boolean {
  return state === "queued" || state === "running" || writes.queued + writes.sent > 0;
}

/** The bulk changes that have not ended, and the latest that have, as they go on. */
export const jobsQuery = queryOptions({
  queryKey: [...JOBS_KEY, "latest"],
  queryFn: ({ signal }) => readJson(`/api/jobs?limit=${SHOWN_ENDED}`, listReader, signal),
  select: ({ jobs }) => jobs,
  refetchInterval: ({ state }) => (state.data?.jobs.some(isUnderWay) ? WATCHED : QUIET),
});

/** What became of a job's events so far, page by page. */
export const jobItemsQuery = ({ id, done }: Job, group: ItemGroup) =>
  infiniteQueryOptions({
    // Read anew whenever the job has come further.
    queryKey: [...JOBS_KEY, id, "items", group.key, done, group.count],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: "50", ...group.filter });
      if (pageParam !== null) query.set("cursor", pageParam);
      return fetchJson(`/api/jobs/${encodeURIComponent(id)}/items?${query}`, itemsReader, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
