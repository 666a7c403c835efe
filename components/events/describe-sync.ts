import type { Freshness } from "@/lib/api/event-list";
import type { EventsTexts } from "./events-texts";

type SyncWords = { tone: "good" | "busy" | "bad"; text: string };

/** How current all connections are together, in a few words. */
export function describeSync(freshness: readonly Freshness[], t: EventsTexts): SyncWords {
  const count = (state: Freshness["state"]) => freshness.filter((entry) => entry.state === state).length;
  const stale = count("stale");
  const reading = count("syncing") + count("never");
  if (freshness.length === 0) return { tone: "bad", text: t("sync.none") };
  if (stale > 0) return { tone: "bad", text: t("sync.stale", { count: stale }) };
  if (reading > 0) return { tone: "busy", text: t("sync.reading", { count: reading }) };
  return { tone: "good", text: t("sync.good") };
}
