import { eventListSchema } from "@/lib/api/event-list";
import { type EventFilter, filterParams, resolveRange } from "@/lib/events/query";
import { atMost, type BudgetRow, told } from "../browser/budgets";
import { latency, quantile, stopwatch } from "../measure";
import { BUDGET_MS } from "../report";
import { BENCH_NOW, FILTER_VIEWS } from "../views";
import type { HttpClient } from "./http-client";

/** Pages before the 500th, in the longest pages that there are. */
const FAR_PAGES = 125;
const FAR_LIMIT = 200;
const DETAIL_MS = 60;
/** A page of many views at once: no budget is for it. */
const OVERVIEW = "overview";

const paramsOf = (filter: EventFilter): URLSearchParams => {
  const { from, to } = resolveRange(filter, BENCH_NOW);
  return filterParams({
    ...filter,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
  });
};

const ALL = FILTER_VIEWS.map((filter) => paramsOf(filter).toString());

/**
 * Lists, facets and timelines as a browser gets them. Before each reading an event is touched, so that none is
 * answered from memory; what the memory saves is measured apart.
 * @param touch changes some event.
 */
export async function viewRows(
  client: HttpClient,
  rounds: number,
  touch: () => Promise<void>,
): Promise<BudgetRow[]> {
  const far = await farCursors(client);
  const kinds: Record<string, readonly string[]> = {
    "list, first page": ALL.map((params) => `/api/events?${params}`),
    "list, 500th page": far,
    facets: ALL.map((params) => `/api/events/facets?${params}`),
    timeline: ALL.map((params) => `/api/events/timeline?${params}`),
    [OVERVIEW]: ["/api/overview", "/api/overview?from=-7d", "/api/overview?from=-30d"],
  };
  const rows: BudgetRow[] = [];
  for (const [kind, paths] of Object.entries(kinds)) {
    const fresh: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const path of paths) {
        await touch();
        fresh.push(await stopwatch(() => read(client, path)));
        again.push(await stopwatch(() => read(client, path)));
      }
    }
    const p95 = [
      atMost(`${kind}: p95`, quantile(fresh, 0.95), BUDGET_MS, "ms"),
      atMost(`${kind}, nothing changed since: p95`, quantile(again, 0.95), BUDGET_MS, "ms"),
    ];
    rows.push(
      told(atMost(`${kind}: p50`, quantile(fresh, 0.5), BUDGET_MS, "ms")),
      ...(kind === OVERVIEW ? p95.map(told) : p95),
    );
  }
  return [...rows, await detailRow(client, rounds)];
}

const read = async (client: HttpClient, path: string) => (await client.get(path)).arrayBuffer();

/** The 500th page of 50 of everything. */
async function farCursors(client: HttpClient): Promise<string[]> {
  let cursor: string | null = null;
  for (let page = 0; page < FAR_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(FAR_LIMIT), ...(cursor === null ? {} : { cursor }) });
    const list = eventListSchema.parse(await (await client.get(`/api/events?${query}`)).json());
    if (list.nextCursor === null) break;
    cursor = list.nextCursor;
  }
  return cursor === null ? [] : [`/api/events?${new URLSearchParams({ cursor })}`];
}

async function detailRow(client: HttpClient, rounds: number): Promise<BudgetRow> {
  const list = eventListSchema.parse(await (await client.get("/api/events?limit=200")).json());
  const times: number[] = [];
  for (const { id } of list.items.slice(0, rounds * 10)) {
    times.push(await stopwatch(() => read(client, `/api/events/${id}?live=false`)));
  }
  return atMost("detail: p95", latency(times).p95, DETAIL_MS, "ms");
}
