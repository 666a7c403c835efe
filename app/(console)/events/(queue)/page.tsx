import { HydrationBoundary } from "@tanstack/react-query";
import { EventsQueue } from "@/components/events/events-queue";
import { queueState } from "@/components/events/queue-state";
import { asksForView, openedParams, parseQueueView, toUrlSearchParams } from "@/components/events/queue-view";
import { ScreenMessages } from "@/components/language/screen-messages";
import { DEFAULT_LIMIT } from "@/lib/events/query";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { countStatuses } from "@/lib/server/triage/count-facets";
import { listEvents } from "@/lib/server/triage/list-events";
import { openingQuery } from "@/lib/server/triage/views/opening-query";

export const generateMetadata = pageTitle("events");

type EventsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventsPage({ searchParams }: EventsPageProps) {
  const { deps, user } = await pageContext();
  const params = toUrlSearchParams(await searchParams);
  const opening = asksForView(params) ? "" : await readForPage(() => openingQuery(deps, user));
  const { view } = parseQueueView(openedParams(params, opening), deps.clock());
  const { filter, sort } = view;
  const [firstPage, statuses] = await readForPage(() =>
    Promise.all([
      listEvents(deps, { filter, sort, limit: DEFAULT_LIMIT, cursor: null }),
      filter.fields.status ? countStatuses(deps, filter) : null,
    ]),
  );
  return (
    <ScreenMessages of={["events", "query-bar"]}>
      <HydrationBoundary state={queueState(view, firstPage, statuses)}>
        <EventsQueue role={user.role} opening={opening} />
      </HydrationBoundary>
    </ScreenMessages>
  );
}
