import autocannon from "autocannon";
import { withBareApp } from "../bare-app";
import { atLeast, type BudgetRow } from "../browser/budgets";
import type { HttpClient } from "./http-client";

const SECONDS = 10;
const LEAST_RATIO = 0.5;
const CONNECTIONS = [10, 50];
const MOST_CLOSED = 0.01;

/** Requests per second of the list route, beside a bare handler of the same bytes on the same framework. */
export async function loadRows(client: HttpClient): Promise<BudgetRow[]> {
  const path = "/api/events";
  const bytes = new Uint8Array(await (await client.get(path)).arrayBuffer());
  const ours = await perSecond(`${client.address}${path}`, { cookie: client.cookie });
  const bare = await withBareApp(async (app) => perSecond(await app.answerWith(bytes), {}));
  return CONNECTIONS.flatMap((connections, index) => {
    const [own = 0, other = 0] = [ours[index], bare[index]];
    return [
      { ...atLeast(`list, ${connections} connections`, own, other * LEAST_RATIO, "requests/s"), bare: other },
    ];
  });
}

/** For each number of connections; the first seconds warm up. */
async function perSecond(url: string, headers: Record<string, string>): Promise<number[]> {
  const results: number[] = [];
  await autocannon({ url, headers, connections: 10, duration: 3 });
  for (const connections of CONNECTIONS) {
    const { requests, non2xx, errors } = await autocannon({ url, headers, connections, duration: SECONDS });
    // A server that is short of time closes connections that seem to rest.
    if (non2xx > 0 || errors > requests.total * MOST_CLOSED) {
      throw new Error(`${url}: ${non2xx} answers were no success, ${errors} of ${requests.total} failed.`);
    }
    results.push(requests.average);
  }
  return results;
}
