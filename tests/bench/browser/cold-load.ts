import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page, Response } from "@playwright/test";
import { quantile } from "../measure";
import { installProbe } from "./page-probe";

/** How soon one page shows, opened with an empty cache; times in milliseconds. */
type Shown = { readonly firstRow: number; readonly lcp: number; readonly cls: number };

/** Its scripts; kB (1,000 bytes). */
type Weight = {
  /** As they came over the network, headers included. */
  readonly scriptSent: number;
  /** The same files, each compressed by gzip: what does not depend on the server's own compression. */
  readonly scriptGzip: number;
};

export type ColdLoad = Shown & Weight;

/** What is opened, and as whom. */
export type ColdPage = { readonly address: string; readonly options: BrowserContextOptions };

/** Nothing more is loaded once so many milliseconds have passed without a script. */
const QUIET = 2_500;
const KB = 1_000;
/** Requests to each server before the first opening. */
const WARM_UPS = 200;

type Opened = { readonly page: Page; readonly open: () => Promise<void> };

/** Runs `use` on a new page of a browser that has nothing in its cache. */
async function withColdPage<Result>(
  browser: Browser,
  { address, options }: ColdPage,
  use: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await installProbe(page);
    const open = async () => {
      await page.goto(address);
      await page.waitForFunction(() => window.probe.firstRow !== null && window.probe.lcp > 0);
    };
    return await use({ page, open });
  } finally {
    await context.close();
  }
}

/** Nothing watches the network meanwhile: that takes what the page and its server need to be quick. */
async function show({ page, open }: Opened): Promise<Shown> {
  await open();
  await page.waitForTimeout(QUIET);
  const { firstRow, lcp, cls } = await page.evaluate(() => window.probe);
  return { firstRow: firstRow ?? Number.NaN, lcp, cls };
}

async function weigh({ page, open }: Opened): Promise<Weight> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const scripts = new Set<string>();
  let [scriptSent, lastAt] = [0, Date.now()];
  network.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return;
    lastAt = Date.now();
    scriptSent += encodedDataLength / KB;
  });
  const responses: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") responses.push(response);
  });
  await open();
  while (Date.now() - lastAt < QUIET) await page.waitForTimeout(QUIET / 5);
  let scriptGzip = 0;
  for (const response of responses) scriptGzip += gzipSync(await response.body()).length / KB;
  return { scriptSent, scriptGzip };
}

/** Answers of a server that was just started are slow: its code is not compiled yet. Nobody meets those twice. */
async function warmUp(browser: Browser, { address, options }: ColdPage): Promise<void> {
  const context = await browser.newContext(options);
  for (let request = 0; request < WARM_UPS; request += 1) await context.request.get(address);
  await context.close();
}

/**
 * Medians over `rounds` openings with an empty cache, of servers at work; the scripts by one more opening. The pages are
 * opened in turn, so that an hour in which the machine is slow is slow for both of them.
 */
export async function coldLoads(
  browser: Browser,
  pages: { readonly bare: ColdPage; readonly ours: ColdPage },
  rounds: number,
): Promise<{ bare: ColdLoad; ours: ColdLoad }> {
  const bare = await prepare(browser, pages.bare);
  const ours = await prepare(browser, pages.ours);
  for (let round = 0; round < rounds; round += 1) {
    for (const { page, shown } of [bare, ours]) shown.push(await withColdPage(browser, page, show));
  }
  return { bare: medianLoad(bare), ours: medianLoad(ours) };
}

type Measured = { readonly page: ColdPage; readonly weight: Weight; readonly shown: Shown[] };

async function prepare(browser: Browser, page: ColdPage): Promise<Measured> {
  await warmUp(browser, page);
  return { page, weight: await withColdPage(browser, page, weigh), shown: [] };
}

function medianLoad({ weight, shown }: Measured): ColdLoad {
  const median = (key: keyof Shown) =>
    quantile(
      shown.map((one) => one[key]),
      0.5,
    );
  return { firstRow: median("firstRow"), lcp: median("lcp"), cls: median("cls"), ...weight };
}
