import type { Freshness } from "@/lib/api/event-list";

/** Whether newer events of a source may be missing for longer than reading takes: it is behind, or reading it fails. */
export function isOutdated({ state, failingSince }: Pick<Freshness, "state" | "failingSince">): boolean {
  return state === "stale" || failingSince !== null;
}
