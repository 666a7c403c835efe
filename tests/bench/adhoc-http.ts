import { chromium } from "@playwright/test";
import { sql } from "drizzle-orm";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";
import { chromiumLaunchOptions } from "@/tests/e2e/chromium";
import { signIn } from "@/tests/e2e/support/sign-in";
import { printBudgetRows } from "./browser/budgets";
import { withProductOn } from "./seeded-product";
import { changeRows } from "./server/change-rows";
import { exportRows } from "./server/export-rows";
import { signInOverHttp } from "./server/http-client";
import { loadRows } from "./server/load-rows";
import { processListeningOn, residentMegabytes } from "./server/resident-memory";
import { viewRows } from "./server/view-rows";
const [, , url = "", what = "views"] = process.argv;
const beside = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
await withProductOn(url, async ({ address, adminPassword }) => {
  const client = await signInOverHttp(address, adminPassword);
  const pid = processListeningOn(Number(new URL(address).port));
  const step = async (name: string, work: () => Promise<Parameters<typeof printBudgetRows>[1]>) => {
    if (what.includes(name)) await work().then((rows) => printBudgetRows(name, rows), (error: unknown) => console.log(name, "failed", error));
  };
  await step("views", () => viewRows(client, 2, async () => { await beside.orm.execute(sql`UPDATE events SET version = version WHERE id = (SELECT min(id) FROM events)`); }));
  await step("change", () => changeRows(client, 5));
  await step("load", () => loadRows(client));
  await step("export", () => exportRows(client, pid));
  console.log("RSS", residentMegabytes(pid));
  if (what.includes("shot")) {
    const browser = await chromium.launch(chromiumLaunchOptions());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await signIn(page, adminPassword, `${address}/events`);
    await page.getByRole("button", { name: "Export" }).click({ timeout: 60_000 });
    await page.getByRole("menuitem", { name: /OCSF/ }).waitFor();
    await page.screenshot({ path: "/tmp/dbspeed-data/export.png" });
    await browser.close();
  }
});
await beside.close();
