import type { Job, RepeatedItems } from "@/lib/api/jobs";

/** Events of a job that came to the same end, by the name of their texts `jobs.group`. */
export const ITEM_GROUPS = [
  "all",
  "failed",
  "overtaken",
  "conflict",
  "unchanged",
  "not-found",
  "waiting",
  "verified",
] as const;
type ItemGroupKey = (typeof ITEM_GROUPS)[number];

export type ItemGroup = {
  readonly key: ItemGroupKey;
  readonly count: number;
  /** Parameters of the list of a job's events. */
  readonly filter: Readonly<Record<string, string>>;
  /** Where their status can be set after all. */
  readonly repeat: RepeatedItems | null;
};

/** The groups that a job has events in; all of them first. */
export function itemGroups({ done, counts, writes }: Job): readonly ItemGroup[] {
  const write = (writeState: "failed" | "overtaken" | "verified") => ({
    count: writes[writeState],
    filter: { writeState },
  });
  const outcome = (name: "conflict" | "unchanged" | "not-found") => ({
    count: counts[name],
    filter: { outcome: name },
  });
  const groups: Record<ItemGroupKey, Omit<ItemGroup, "key">> = {
    all: { count: done, filter: {}, repeat: null },
    failed: { ...write("failed"), repeat: "failed" },
    overtaken: { ...write("overtaken"), repeat: "overtaken" },
    conflict: { ...outcome("conflict"), repeat: "conflict" },
    unchanged: { ...outcome("unchanged"), repeat: null },
    "not-found": { ...outcome("not-found"), repeat: null },
    waiting: { count: writes.queued, filter: { writeState: "queued" }, repeat: null },
    verified: { ...write("verified"), repeat: null },
  };
  return ITEM_GROUPS.map((key) => ({ key, ...groups[key] })).filter(
    ({ key, count }) => key === "all" || count > 0,
  );
}
