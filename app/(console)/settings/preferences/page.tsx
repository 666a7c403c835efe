import { PreferencesPage } from "@/components/settings/preferences-page";
import { pageContext } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";
import { readPreferences } from "@/lib/server/triage/read-preferences";

export const generateMetadata = pageTitle("settings");

export default async function Page() {
  const { deps, user } = await pageContext();
  return <PreferencesPage initial={await readPreferences(deps, user.id)} />;
}
