import { isBeingRead, isOutdated } from "@/components/ui/is-outdated";
import type { Freshness } from "@/lib/api/event-list";
import type { EventsTexts } from "./events-texts";

type SyncWords = { tone: "good" | "busy" | "bad"; text: string };

/**
 * How current all connections are together, in a few words.
 * @param failed the server did not answer when it was asked last.
 */
export function describeSync(freshness: readonly Freshness[], failed: boolean, t: EventsTexts): SyncWords {
  if (failed) return { tone: "bad", text: t("sync.unknown") };
  const stale = freshness.filter(isOutdated).length;
  const reading = freshness.filter(isBeingRead).length;
  if (freshness.length === 0) return { tone: "bad", text: t("sync.none") };
  if (stale > 0) return { tone: "bad", text: t("sync.stale", { count: stale }) };
  if (reading > 0) return { tone: "busy", text: t("sync.reading", { count: reading }) };
  return { tone: "good", text: t("sync.good") };
}
