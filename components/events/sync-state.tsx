import Link from "next/link";
import type { Freshness } from "@/lib/api/event-list";
import { formatQuantity } from "@/lib/format/count";
import classes from "./queue.module.css";

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

/** Leads to the sources page, where the whole story is. */
export function SyncState({ freshness }: { freshness: readonly Freshness[] }) {
  const { tone, text } = describeSync(freshness);
  return (
    <Link href="/sources" prefetch={false} className={classes.sync} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      {text}
    </Link>
  );
}
