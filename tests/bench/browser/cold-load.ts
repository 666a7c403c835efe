import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions } from "@playwright/test";
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
    let [sent, gzip, lastAt] = [0, 0, Date.now()];
    network.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!scripts.has(requestId)) return;
      lastAt = Date.now();
      sent += encodedDataLength / KB;
    });
    const bodies: Promise<void>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      bodies.push(weigh(response.body()));
    });
    await page.goto(address);
    await page.waitForFunction(() => window.probe.firstRow !== null && window.probe.lcp > 0);
    while (Date.now() - lastAt < QUIET) await page.waitForTimeout(QUIET / 5);
    await Promise.all(bodies);
    const { firstRow, lcp, cls } = await page.evaluate(() => window.probe);
    return {
      firstRow: firstRow ?? Number.NaN,
      lcp,
      cls,
      scriptSent: sent,
      scriptGzip: gzip,
    };

    async function weigh(body: Promise<Buffer>): Promise<void> {
      const size = gzipSync(await body).length / KB;
      gzip += size;
    }
  } finally {
    await context.close();
  }
}

/** Medians over `rounds` openings. */
export async function coldLoad(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  rounds: number,
): Promise<ColdLoad> {
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
