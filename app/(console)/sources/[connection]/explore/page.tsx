import type { Metadata } from "next";
import { ExplorerPage } from "@/components/sources/explorer-page";
import { orNotFound } from "@/lib/server/http/or-not-found";
import { pageContext } from "@/lib/server/http/page";
import { readExplorer } from "@/lib/server/triage/read-explorer";

export const metadata: Metadata = { title: "API explorer" };

export default async function Page({ params }: { params: Promise<{ connection: string }> }) {
  const { deps } = await pageContext();
  const { connection } = await params;
  const explorer = await orNotFound(() => readExplorer(deps, connection));
  return <ExplorerPage explorer={explorer} renderedAt={deps.clock().toISOString()} />;
}
