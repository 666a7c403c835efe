import { runnableJobs } from "@/lib/server/db/queries/jobs";
import { outboxDepth } from "@/lib/server/db/queries/outbox-depth";
import type { Deps } from "@/lib/server/deps";
import { readSourceStates } from "@/lib/server/sync/read-source-states";

/** What only the database knows. */
export type MetricsReading = {
  readonly sources: readonly {
    readonly connection: string;
    readonly source: string;
    /** Null before the first success. */
    readonly lagSeconds: number | null;
    readonly failing: boolean;
    readonly events: number;
    readonly quarantined: number;
  }[];
  readonly outbox: readonly { readonly state: string; readonly count: number }[];
  readonly overdueSeconds: number;
  readonly unfinishedJobs: number;
};

/** The states of what is not settled; told also where nothing is, so that none differs from unknown. */
const OUTBOX_STATES = ["queued", "held", "sent", "to-attribute"];

export async function readMetrics({ clock, clouds, database }: Deps): Promise<MetricsReading> {
  const now = clock();
  const since = (instant: string | Date) => Math.max(0, (now.getTime() - new Date(instant).getTime()) / 1000);
  const connections = [...clouds.values()].map(({ config }) => config);
  const states = await readSourceStates(database, connections, now);
  const depth = await outboxDepth(database);
  return {
    sources: states.map(({ connection, source, lastSuccessAt, failingSince, events, quarantined }) => ({
      connection,
      source,
      lagSeconds: lastSuccessAt === null ? null : since(lastSuccessAt),
      failing: failingSince !== null,
      events,
      quarantined,
    })),
    outbox: [...OUTBOX_STATES.map((state) => ({ state, count: 0 })), ...depth.states],
    overdueSeconds: depth.oldestDueAt === null ? 0 : since(depth.oldestDueAt),
    unfinishedJobs: (await runnableJobs(database)).length,
  };
}
