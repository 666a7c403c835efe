import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { listKey, listQuery } from "@/components/events/queue-queries";
import { createReadAhead } from "@/components/events/read-ahead";
import type { EventList } from "@/lib/api/event-list";
import { DEFAULT_SORT, EMPTY_FILTER, type EventView } from "@/lib/events/query";
import { deferred } from "@/tests/support/deferred";

const LIST: EventList = { items: [], nextCursor: null, total: 0, mark: "1:1:", freshness: [] };

const viewOf = (q: string): EventView => ({ filter: { ...EMPTY_FILTER, q }, sort: DEFAULT_SORT });
const keyOf = (view: EventView) => listKey(view)[2];

/** Views whose rows are read by hand. */
function queue() {
  const asked: string[] = [];
  const answer = deferred<void>();
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    await answer.promise;
    return Response.json(LIST);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const ahead = createReadAhead(client);
  const show = (view: EventView) => new InfiniteQueryObserver(client, listQuery(view)).subscribe(() => {});
  const kept = (view: EventView) =>
    vi.waitFor(() => expect(client.getQueryData(listKey(view))).toBeDefined());
  return { asked, ahead, show, kept, answer: () => answer.resolve() };
}

afterEach(() => vi.unstubAllGlobals());

test("rows are asked for as soon as their view is, and not once more when it shows", async () => {
  const { asked, ahead, show, kept, answer } = queue();
  const view = viewOf("probe");
  ahead.begin(view);
  expect(asked).toEqual(["/api/events?q=probe"]);
  show(view);
  answer();
  await kept(view);
  expect(asked).toHaveLength(1);
  expect(ahead.take(keyOf(view))).toBe("ahead");
});

test("rows of a view that the server tells of before it shows may be older than what is told", () => {
  const { ahead } = queue();
  const [told, later] = [viewOf("told"), viewOf("later")];
  ahead.begin(told);
  ahead.overtake();
  ahead.begin(later);
  expect(ahead.take(keyOf(told))).toBe("overtaken");
  expect(ahead.take(keyOf(later))).toBe("ahead");
});

test("what was told is not forgotten when a view is asked for again while its rows are on their way", () => {
  const { asked, ahead } = queue();
  const view = viewOf("twice");
  ahead.begin(view);
  ahead.overtake();
  ahead.begin(view);
  expect(asked).toHaveLength(1);
  expect(ahead.take(keyOf(view))).toBe("overtaken");
});

test("rows that are kept are not read ahead, and count as kept", async () => {
  const { asked, ahead, kept, answer } = queue();
  const view = viewOf("kept");
  ahead.begin(view);
  answer();
  await kept(view);
  ahead.take(keyOf(view));
  ahead.begin(view);
  expect(asked).toHaveLength(1);
  expect(ahead.take(keyOf(view))).toBe("no");
});
