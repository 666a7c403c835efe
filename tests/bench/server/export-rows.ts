import { EXPORT_FORMATS, exportManifestSchema } from "@/lib/api/event-export";
import { atLeast, atMost, type BudgetRow } from "../browser/budgets";
import type { HttpClient } from "./http-client";
import { residentMegabytes } from "./resident-memory";

const LEAST_ROWS = 50_000;
/** More than this is not flat: a page of rows and its text are a few megabytes. */
const MOST_GROWTH = 200;
const MEGABYTE = 1024 * 1024;

/** Rows per second of a whole export in each format, and what the server's memory grows by meanwhile. */
export async function exportRows(client: HttpClient, serverProcess: number): Promise<BudgetRow[]> {
  const rows: BudgetRow[] = [];
  for (const format of EXPORT_FORMATS) {
    const before = residentMegabytes(serverProcess);
    let highest = before;
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
      atMost(`growth of memory meanwhile, ${format}`, highest - before, MOST_GROWTH, "MB"),
    );
  }
  return rows;
}
