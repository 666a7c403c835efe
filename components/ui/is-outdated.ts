import type { Freshness } from "@/lib/api/event-list";

/** Whether newer events of a source may be missing for longer than reading takes: it is behind, or reading it fails. */
export function isOutdated({ state, failingSince }: Pick<Freshness, "state" | "failingSince">): boolean {
  return state === "stale" || failingSince !== null;
}

/** Whether the events of a source are on their way: it is not up to date yet, and nothing is wrong. */
export function isBeingRead(source: Pick<Freshness, "state" | "failingSince">): boolean {
  return source.state !== "fresh" && !isOutdated(source);
}
