import { PreferencesPage } from "@/components/settings/preferences-page";
import { pageTitle } from "@/lib/server/language/page-title";

export const generateMetadata = pageTitle("settings");

export default function Page() {
  return <PreferencesPage />;
}
