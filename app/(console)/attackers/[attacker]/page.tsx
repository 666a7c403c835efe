import type { Metadata } from "next";
import { AttackerPage } from "@/components/attackers/attacker-page";
import { ScreenMessages } from "@/components/language/screen-messages";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { readAttacker } from "@/lib/server/triage/read-attacker";

type Props = { params: Promise<{ attacker: string }> };

/** Longer titles are cut by browsers anyway; characters. */
const MAX_TITLE = 100;

/** The value as it stands in the address, decoded. */
async function attackerOf(params: Props["params"]): Promise<string> {
  return decodeURIComponent((await params).attacker);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: truncate(visibleText(await attackerOf(params)), MAX_TITLE) };
}

export default async function Page({ params }: Props) {
  const { deps } = await pageContext();
  const attacker = await attackerOf(params);
  const initial = await readForPage(() => readAttacker(deps, attacker));
  return (
    <ScreenMessages of={["attackers", "events", "charts"]}>
      <AttackerPage key={initial.value} initial={initial} renderedAt={deps.clock().toISOString()} />
    </ScreenMessages>
  );
}
