import { SOURCES_OF_PRODUCT } from "@/lib/events/source-id";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import type { Deps } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";

/** Reads the first page of every list of every connection into the index: what a sync does, once. */
export async function readIntoIndex({ clouds, clock, database }: Deps): Promise<void> {
  const to = clock();
  const from = new Date(to.getTime() - 30 * 86_400_000);
  const signal = new AbortController().signal;
  for (const [connection, { client, config }] of clouds) {
    for (const source of SOURCES_OF_PRODUCT[config.product].map((id) => SOURCES[id])) {
      for (const list of source.lists) {
        const stored = async () => new Map<string, string>();
        const request = { list, from, to, page: 1, stored, signal, priority: "background" } as const;
        const { events } = await source.readPage(client, request);
        await writeEvents(database, { connection, events, syncedAt: to });
      }
    }
  }
}
