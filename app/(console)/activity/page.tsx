import { ActivityPage } from "@/components/activity/activity-page";
import { activityQuery } from "@/components/activity/activity-view";
import { usableView } from "@/components/activity/usable-view";
import { toUrlSearchParams } from "@/components/events/queue-view";
import { ScreenMessages } from "@/components/language/screen-messages";
import { ACTIVITY_PAGE_LENGTH } from "@/lib/api/activity";
import { activityFilter, readActivity } from "@/lib/server/activity/read-activity";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listPeople } from "@/lib/server/people/list-people";

export const generateMetadata = pageTitle("activity");

type ActivityProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: ActivityProps) {
  const { deps, user } = await pageContext();
  const now = deps.clock();
  const { view, problems } = usableView(toUrlSearchParams(await searchParams), now);
  const [initial, people] = await readForPage(() =>
    Promise.all([
      readActivity(deps.database, activityFilter(activityQuery(view, now)), {
        cursor: null,
        limit: ACTIVITY_PAGE_LENGTH,
      }),
      listPeople(deps, user),
    ]),
  );
  return (
    <ScreenMessages of={["activity"]}>
      <ActivityPage
        initial={initial}
        view={view}
        dropped={problems}
        people={people.items.map(({ username }) => username)}
        role={user.role}
        renderedAt={now.toISOString()}
      />
    </ScreenMessages>
  );
}
