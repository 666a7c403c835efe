import { PolicyPage } from "@/components/settings/policy-page";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { readSettings } from "@/lib/server/settings/read-settings";

export const generateMetadata = pageTitle("settings");

export default async function Page() {
  const { deps, user } = await pageContext();
  return <PolicyPage initial={await readForPage(() => readSettings(deps))} role={user.role} />;
}
