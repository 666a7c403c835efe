import { ActivityPage } from "@/components/activity/activity-page";
import { activityQuery, parseActivityView } from "@/components/activity/activity-view";
import { toUrlSearchParams } from "@/components/events/queue-view";
import { ScreenMessages } from "@/components/language/screen-messages";
import { ACTIVITY_PAGE_LENGTH } from "@/lib/api/activity";
import { activityFilter, readActivity } from "@/lib/server/activity/read-activity";
import { pageContext } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listPeople } from "@/lib/server/people/list-people";

export const generateMetadata = pageTitle("activity");

type ActivityProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: ActivityProps) {
  const { deps, user } = await pageContext();
  const view = parseActivityView(toUrlSearchParams(await searchParams));
  const now = deps.clock();
  const [initial, people] = await Promise.all([
    readActivity(deps.database, activityFilter(activityQuery(view, now)), {
      cursor: null,
      limit: ACTIVITY_PAGE_LENGTH,
    }),
    listPeople(deps, user),
  ]);
  return (
    <ScreenMessages of={["activity"]}>
      <ActivityPage
        initial={initial}
        view={view}
        people={people.items.map(({ username }) => username)}
        role={user.role}
        renderedAt={now.toISOString()}
      />
    </ScreenMessages>
  );
}
