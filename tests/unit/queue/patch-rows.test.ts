import { type InfiniteData, InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { patchRows } from "@/components/events/patch-rows";
import type { EventList } from "@/lib/api/event-list";
import { deferred } from "@/tests/support/deferred";
import { securityEvent } from "@/tests/support/event-response";

const KEY = ["events", "list", "view"];

const pageOf = (id: string, nextCursor: string | null): EventList => ({
  items: [securityEvent({ id, version: 1 })],
  nextCursor,
  total: 2,
  mark: "first reading",
  freshness: [],
});

/** A list of which the first page is shown, and the second is on its way until it is answered. */
async function readingOn() {
  const client = new QueryClient();
  const second = deferred<EventList>();
  const list = new InfiniteQueryObserver(client, {
    queryKey: KEY,
    queryFn: ({ pageParam }) => (pageParam === null ? pageOf("a", "b") : second.promise),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  await list.refetch();
  const more = list.fetchNextPage();
  const rows = () =>
    client
      .getQueryData<InfiniteData<EventList>>(KEY)
      ?.pages.flatMap(({ items }) => items.map(({ id, status, version }) => ({ id, status, version })));
  const answer = (page: EventList) => {
    second.resolve(page);
    return more;
  };
  return { client, rows, answer };
}

test("a row that is changed while further rows are read stays changed once these are there", async () => {
  const { client, rows, answer } = await readingOn();
  patchRows(client, (event) => (event.id === "a" ? { ...event, status: "ignored" } : null));
  patchRows(client, (event) => (event.id === "a" ? { ...event, version: 2 } : null));
  await answer(pageOf("b", null));
  expect(rows()).toEqual([
    { id: "a", status: "ignored", version: 2 },
    { id: "b", status: "toBeConfirmed", version: 1 },
  ]);
});
