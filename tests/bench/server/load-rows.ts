import autocannon from "autocannon";
import { withBareApp } from "../bare-app";
import { atLeast, type BudgetRow } from "../browser/budgets";
import type { HttpClient } from "./http-client";

const SECONDS = 10;
const LEAST_RATIO = 0.5;
const CONNECTIONS = [10, 50];

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
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} failed.`);
    results.push(requests.average);
  }
  return results;
}
