import type { Metadata } from "next";
import { SourcesPage } from "@/components/sources/sources-page";
import { pageContext } from "@/lib/server/http/page";
import { readSources } from "@/lib/server/triage/read-sources";

export const metadata: Metadata = { title: "Sources" };

export default async function Page() {
  const { deps } = await pageContext();
  return <SourcesPage initial={await readSources(deps)} renderedAt={deps.clock().toISOString()} />;
}
