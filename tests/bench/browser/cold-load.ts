import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Response } from "@playwright/test";
import { quantile } from "../measure";
import { installProbe } from "./page-probe";

/** One page, opened with an empty cache; times in milliseconds, sizes in kB (1,000 bytes). */
export type ColdLoad = {
  readonly firstRow: number;
  readonly lcp: number;
  readonly cls: number;
  /** JavaScript as it came over the network, headers included. */
  readonly scriptSent: number;
  /** The same files, each compressed by gzip: what does not depend on the server's own compression. */
  readonly scriptGzip: number;
};

/** Nothing more is loaded once so many milliseconds have passed without a script. */
const QUIET = 2_500;
const KB = 1_000;
/** Requests to each server before the first opening. */
const WARM_UPS = 20;

async function openOnce(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<ColdLoad> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await installProbe(page);
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const scripts = new Set<string>();
    let [sent, lastAt] = [0, Date.now()];
    network.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!scripts.has(requestId)) return;
      lastAt = Date.now();
      sent += encodedDataLength / KB;
    });
    const responses: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") responses.push(response);
    });
    await page.goto(address);
    await page.waitForFunction(() => window.probe.firstRow !== null && window.probe.lcp > 0);
    while (Date.now() - lastAt < QUIET) await page.waitForTimeout(QUIET / 5);
    // Only now: reading and compressing them takes what the page and its server need to be quick.
    let gzip = 0;
    for (const response of responses) gzip += gzipSync(await response.body()).length / KB;
    const { firstRow, lcp, cls } = await page.evaluate(() => window.probe);
    return {
      firstRow: firstRow ?? Number.NaN,
      lcp,
      cls,
      scriptSent: sent,
      scriptGzip: gzip,
    };
  } finally {
    await context.close();
  }
}

/** Answers of a server that was just started are slow: its code is not compiled yet. Nobody meets those twice. */
async function warmUp(browser: Browser, address: string, options: BrowserContextOptions): Promise<void> {
  const context = await browser.newContext(options);
  for (let request = 0; request < WARM_UPS; request += 1) await context.request.get(address);
  await context.close();
}

/** Medians over `rounds` openings with an empty cache, of a server at work. */
export async function coldLoad(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  rounds: number,
): Promise<ColdLoad> {
  await warmUp(browser, address, options);
  const loads: ColdLoad[] = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await openOnce(browser, address, options));
  const of = (key: keyof ColdLoad) =>
    quantile(
      loads.map((load) => load[key]),
      0.5,
    );
  return {
    firstRow: of("firstRow"),
    lcp: of("lcp"),
    cls: of("cls"),
    scriptSent: of("scriptSent"),
    scriptGzip: of("scriptGzip"),
  };
}
