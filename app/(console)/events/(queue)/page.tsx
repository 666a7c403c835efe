import { HydrationBoundary } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { EventsQueue } from "@/components/events/events-queue";
import { queueState } from "@/components/events/queue-state";
import { parseQueueView, toUrlSearchParams } from "@/components/events/queue-view";
import { ScreenMessages } from "@/components/language/screen-messages";
import type { User } from "@/lib/api/user";
import { DEFAULT_LIMIT } from "@/lib/events/query";
import type { Deps } from "@/lib/server/deps";
import { pageContext } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listEvents } from "@/lib/server/triage/list-events";
import { readPreferences } from "@/lib/server/triage/read-preferences";
import { listViews } from "@/lib/server/triage/views/list-views";

export const generateMetadata = pageTitle("events");

type EventsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The queue's bare address opens the person's own default view, if they chose one that narrows anything. */
async function openDefaultView(deps: Deps, user: User): Promise<void> {
  const chosen = (await listViews(deps, user)).items.find(({ isDefault }) => isDefault);
  if (chosen && chosen.query !== "") redirect(`/events?${chosen.query}`);
}

export default async function EventsPage({ searchParams }: EventsPageProps) {
  const { deps, user } = await pageContext();
  const params = toUrlSearchParams(await searchParams);
  if (params.size === 0) await openDefaultView(deps, user);
  const { view } = parseQueueView(params, deps.clock());
  const { filter, sort } = view;
  const [firstPage, preferences] = await Promise.all([
    listEvents(deps, { filter, sort, limit: DEFAULT_LIMIT, cursor: null }),
    readPreferences(deps, user.id),
  ]);
  return (
    <ScreenMessages of={["events", "query-bar"]}>
      <HydrationBoundary state={queueState(view, firstPage)}>
        <EventsQueue role={user.role} preferences={preferences} />
      </HydrationBoundary>
    </ScreenMessages>
  );
}
