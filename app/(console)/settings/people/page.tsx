import { PeoplePage } from "@/components/settings/people-page";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listPeople } from "@/lib/server/people/list-people";

export const generateMetadata = pageTitle("settings");

export default async function Page() {
  const { deps, user } = await pageContext();
  return <PeoplePage initial={await readForPage(() => listPeople(deps, user))} user={user} />;
}
