import { EXPORT_FORMATS, exportManifestSchema } from "@/lib/api/event-export";
import { atLeast, atMost, type BudgetRow, told } from "../browser/budgets";
import type { HttpClient } from "./http-client";
import { residentMegabytes } from "./resident-memory";

const LEAST_ROWS = 50_000;
/** The last file may take so much more memory at most than the first, percent: what it leaves lying is collected. */
const MOST_GROWTH = 25;

const MEGABYTE = 1024 * 1024;

/** Rows per second of a whole export in each format, and the most that the server's memory is meanwhile. */
export async function exportRows(client: HttpClient, serverProcess: number): Promise<BudgetRow[]> {
  const rows: BudgetRow[] = [];
  const peaks: number[] = [];
  for (const format of EXPORT_FORMATS) {
    let highest = residentMegabytes(serverProcess);
    const start = performance.now();
    const response = await client.get(`/api/events/export?format=${format}`);
    let unseen = 0;
    for await (const chunk of response.body ?? []) {
      unseen += chunk.byteLength;
      if (unseen < MEGABYTE * 10) continue;
      unseen = 0;
      highest = Math.max(highest, residentMegabytes(serverProcess));
    }
    const seconds = (performance.now() - start) / 1000;
    const manifest = exportManifestSchema.parse(
      await (await client.get("/api/events/export/manifest")).json(),
    );
    if (!manifest.complete || manifest.rows !== manifest.matching)
      throw new Error("The export was not whole.");
    rows.push(
      atLeast(
        `export of ${manifest.rows.toLocaleString("en")} as ${format}`,
        manifest.rows / seconds,
        LEAST_ROWS,
        "rows/s",
      ),
      told(atMost(`memory at most meanwhile, ${format}`, highest, highest, "MB")),
    );
    peaks.push(highest);
  }
  const [first = 0, ...others] = peaks;
  const above = (Math.max(...others) / first - 1) * 100;
  return [...rows, atMost("memory at most, later exports above the first", above, MOST_GROWTH, "%")];
}
