import { PolicyPage } from "@/components/settings/policy-page";
import { readStoredSettings } from "@/lib/server/db/queries/settings";
import { pageContext } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";
import { settingsResponse } from "@/lib/server/settings/settings-response";

export const generateMetadata = pageTitle("settings");

export default async function Page() {
  const { deps, user } = await pageContext();
  const initial = settingsResponse(await readStoredSettings(deps.database));
  return <PolicyPage initial={initial} role={user.role} />;
}
