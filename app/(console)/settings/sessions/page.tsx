import { SessionsPage } from "@/components/settings/sessions-page";
import { shownOwner } from "@/components/settings/shown-owner";
import { signedInPage } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listSessions } from "@/lib/server/people/list-sessions";

export const generateMetadata = pageTitle("settings");

type SessionsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: SessionsProps) {
  const { deps, signedIn } = await signedInPage();
  const { user } = signedIn;
  const owner = shownOwner((await searchParams).owner, user.role);
  const initial = await readForPage(() => listSessions(deps, signedIn, owner));
  return <SessionsPage key={owner} initial={initial} owner={owner} user={user} />;
}
