import type { Freshness } from "@/lib/api/event-list";
import { formatQuantity } from "@/lib/format/count";

type SyncWords = { tone: "good" | "busy" | "bad"; text: string };

/** How current all connections are together, in a few words. */
export function describeSync(freshness: readonly Freshness[]): SyncWords {
  const count = (state: Freshness["state"]) => freshness.filter((entry) => entry.state === state).length;
  const stale = count("stale");
  const reading = count("syncing") + count("never");
  if (freshness.length === 0) return { tone: "bad", text: "No connection" };
  if (stale > 0) return { tone: "bad", text: `${formatQuantity(stale, "source")} stale` };
  if (reading > 0) return { tone: "busy", text: `${formatQuantity(reading, "source")} syncing` };
  return { tone: "good", text: "Up to date" };
}
