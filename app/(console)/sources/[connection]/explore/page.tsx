import { ScreenMessages } from "@/components/language/screen-messages";
import { ExplorerPage } from "@/components/sources/explorer-page";
import { orNotFound } from "@/lib/server/http/or-not-found";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { readExplorer } from "@/lib/server/triage/read-explorer";

export const generateMetadata = pageTitle("explorer");

export default async function Page({ params }: { params: Promise<{ connection: string }> }) {
  const { deps } = await pageContext();
  const { connection } = await params;
  const explorer = await readForPage(() => orNotFound(() => readExplorer(deps, connection)));
  return (
    <ScreenMessages of={["sources"]}>
      <ExplorerPage explorer={explorer} renderedAt={deps.clock().toISOString()} />
    </ScreenMessages>
  );
}
