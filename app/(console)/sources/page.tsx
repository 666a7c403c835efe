import { ScreenMessages } from "@/components/language/screen-messages";
import { SourcesPage } from "@/components/sources/sources-page";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { readSources } from "@/lib/server/triage/read-sources";

export const generateMetadata = pageTitle("sources");

export default async function Page() {
  const { deps } = await pageContext();
  return (
    <ScreenMessages of={["sources"]}>
      <SourcesPage
        initial={await readForPage(() => readSources(deps))}
        renderedAt={deps.clock().toISOString()}
      />
    </ScreenMessages>
  );
}
