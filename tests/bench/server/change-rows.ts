import { eventListSchema } from "@/lib/api/event-list";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { statusChangeResponseSchema } from "@/lib/api/status-change";
import { atMost, type BudgetRow } from "../browser/budgets";
import { quantile, stopwatch } from "../measure";
import type { HttpClient } from "./http-client";

const ONE_MS = 200;
const BULK_MS = 1_000;
const BULK = 5_000;

/** How long until a change of status is accepted: of one event, and of 5,000. */
export async function changeRows(client: HttpClient, rounds: number): Promise<BudgetRow[]> {
  const { items } = eventListSchema.parse(
    await (await client.get("/api/events?status=confirmed&limit=200")).json(),
  );
  const single: number[] = [];
  for (const { id, version } of items.slice(0, rounds * 4)) {
    single.push(
      await stopwatch(() =>
        client.post("/api/events/status", { events: [{ id, version }], status: "ignored" }),
      ),
    );
  }
  const bulk: number[] = [];
  for (const status of ["actioned", "confirmed", "ignored"] as const) {
    const selection = await selectAbout(client, BULK);
    bulk.push(
      await stopwatch(async () => {
        const answer = await client.post("/api/events/status", { selectionId: selection.id, status });
        statusChangeResponseSchema.parse(await answer.json());
      }),
    );
  }
  return [
    atMost("status change accepted: p95", quantile(single, 0.95), ONE_MS, "ms"),
    atMost(`bulk of about ${BULK.toLocaleString("en")} accepted: longest`, Math.max(...bulk), BULK_MS, "ms"),
  ];
}

/** The newest events, about as many as wanted: those since the event at that place. */
async function selectAbout(client: HttpClient, wanted: number) {
  let cursor: string | null = null;
  let from = "";
  for (let read = 0; read < wanted; ) {
    const query = new URLSearchParams({ limit: "200", ...(cursor === null ? {} : { cursor }) });
    const page = eventListSchema.parse(await (await client.get(`/api/events?${query}`)).json());
    read += page.items.length;
    from = page.items.at(-1)?.lastSeenAt ?? from;
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  const answer = await client.post("/api/events/selection", {
    query: new URLSearchParams({ from }).toString(),
  });
  return eventSelectionSchema.parse(await answer.json());
}
