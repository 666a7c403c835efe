import { setTimeout as pause } from "node:timers/promises";
import { eventListSchema } from "@/lib/api/event-list";
import { STATUSES } from "@/lib/events/status";
import { random } from "@/lib/simulator/random";
import type { HttpClient } from "./http-client";

const FILTERS = [
  "",
  "severity=critical,high",
  "from=-24h",
  "source=waf-threat&from=-7d",
  "status=toBeConfirmed",
  "q=admin",
  "attacker=203.0.113.0%2F24",
];
/** Between two requests of one person; milliseconds. */
const THINKING_MS = 50;

/** Works as a hasty analyst does, until the signal fires. @returns how many requests that were. */
export async function workUntil(over: AbortSignal, client: HttpClient, seed: number): Promise<number> {
  const r = random("soak", seed);
  let requests = 0;
  const read = async (path: string) => {
    requests += 1;
    await pause(THINKING_MS);
    return (await client.get(path)).text();
  };
  while (!over.aborted) {
    const filter = r.pick(FILTERS);
    const list = await read(`/api/events?${filter}`);
    await read(`/api/events/facets?${filter}`);
    await read(`/api/events/timeline?${filter}`);
    const { items } = eventListSchema.parse(JSON.parse(list));
    const event = items[r.int(0, Math.max(0, items.length - 1))];
    if (event) {
      await read(`/api/events/${event.id}`);
      await read(`/api/events/${event.id}/history`);
      const { id, version } = event;
      await client.post("/api/events/status", { events: [{ id, version }], status: r.pick(STATUSES) });
    }
    if (r.chance(0.05)) await read("/api/events/export?format=ndjson");
    await read("/api/sources");
  }
  return requests;
}
