import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScreenMessages } from "@/components/language/screen-messages";
import { OverviewPage } from "@/components/overview/overview-page";
import { overviewPeriod, periodBounds } from "@/components/overview/overview-period";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { readOverview } from "@/lib/server/triage/overview/read-overview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout.pages");
  return { title: t("overview") };
}

type StartPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StartPage({ searchParams }: StartPageProps) {
  const { deps } = await pageContext();
  const period = overviewPeriod([(await searchParams).from].flat()[0]);
  const initial = await readForPage(() => readOverview(deps, periodBounds(period, deps.clock())));
  return (
    <ScreenMessages of={["overview"]}>
      <OverviewPage key={period} initial={initial} period={period} />
    </ScreenMessages>
  );
}
