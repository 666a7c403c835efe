import { DEFAULT_LIMIT, DEFAULT_SORT, type EventFilter, MAX_LIMIT, type Sort } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { countTimeline } from "@/lib/server/db/queries/count-timeline";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { BENCH_NOW, FAR_VIEWS, FILTER_VIEWS, NETWORK_VIEWS, TEXT_VIEWS } from "./views";

/** One row of the table: an operation over a set of views. */
export type Operation = {
  readonly name: string;
  readonly views: readonly EventFilter[];
  /** Prepares one view, unmeasured, and returns the work to measure. */
  prepare(db: Database, filter: EventFilter): Promise<() => Promise<unknown>>;
};

/** Before the 500th page of 50: in pages as long as allowed. */
const FAR_PAGES = 125;

const list =
  (sort: Sort, pagesBefore = 0): Operation["prepare"] =>
  async (db, filter) => {
    let cursor: string | null = null;
    for (let page = 0; page < pagesBefore; page += 1) {
      const answer = await listEvents(db, { filter, sort, limit: MAX_LIMIT, cursor }, BENCH_NOW);
      if (answer.nextCursor === null) break;
      cursor = answer.nextCursor;
    }
    return () => listEvents(db, { filter, sort, limit: DEFAULT_LIMIT, cursor }, BENCH_NOW);
  };

const facets: Operation["prepare"] = async (db, filter) => () => countFacets(db, filter, BENCH_NOW);

const timeline =
  (measure: "events" | "attacks"): Operation["prepare"] =>
  async (db, filter) =>
  () =>
    countTimeline(db, filter, measure, BENCH_NOW);

const newest = list(DEFAULT_SORT);

export const OPERATIONS: readonly Operation[] = [
  { name: "list, first page", views: FILTER_VIEWS, prepare: newest },
  { name: "list, 500th page", views: FAR_VIEWS, prepare: list(DEFAULT_SORT, FAR_PAGES) },
  {
    name: "list, oldest first",
    views: FILTER_VIEWS,
    prepare: list({ field: "lastSeenAt", descending: false }),
  },
  { name: "list by severity", views: FILTER_VIEWS, prepare: list({ field: "severity", descending: true }) },
  { name: "list by attacks", views: FILTER_VIEWS, prepare: list({ field: "attackCount", descending: true }) },
  { name: "facets", views: FILTER_VIEWS, prepare: facets },
  { name: "timeline of events", views: FILTER_VIEWS, prepare: timeline("events") },
  { name: "timeline of attacks", views: FILTER_VIEWS, prepare: timeline("attacks") },
  { name: "text search: list", views: TEXT_VIEWS, prepare: newest },
  { name: "text search: facets", views: TEXT_VIEWS, prepare: facets },
  { name: "text search: timeline", views: TEXT_VIEWS, prepare: timeline("events") },
  { name: "network search: list", views: NETWORK_VIEWS, prepare: newest },
  { name: "network search: facets", views: NETWORK_VIEWS, prepare: facets },
  { name: "network search: timeline", views: NETWORK_VIEWS, prepare: timeline("events") },
];
