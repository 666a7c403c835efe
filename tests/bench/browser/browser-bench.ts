import { type Browser, type BrowserContextOptions, chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "@/tests/e2e/chromium";
import { signIn } from "@/tests/e2e/support/sign-in";
import { type BareApp, withBareApp } from "../bare-app";
import { quantile } from "../measure";
import type { BenchOptions } from "../options";
import { PGLITE_LIMIT } from "../options";
import { type SeededProduct, withSeededProduct } from "../seeded-product";
import { atLeast, atMost, BUDGETS, type BudgetRow, describeMiss, printBudgetRows, told } from "./budgets";
import { type ColdLoad, coldLoads } from "./cold-load";
import { type Interactions, measureInteractions } from "./interactions";
import { installProbe } from "./page-probe";
import { measureScrolling, type Scrolling } from "./scrolling";

/** Openings of each page with an empty cache. */
const ROUNDS = 15;
/** The size that all budgets are for; a million has one of its own for the facets. */
const USUAL_SIZE = 100_000;
const SCREEN: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: "en-US" };

/**
 * The queue in Chromium on a production build, beside a bare page of the same framework; prints a table for
 * each size of 100,000 and more.
 * @returns the budgets missed, in words.
 */
export async function benchBrowser({ engines, sizes }: BenchOptions): Promise<string[]> {
  const missed: string[] = [];
  for (const size of sizes.filter((one) => one >= USUAL_SIZE)) {
    const engine = size > PGLITE_LIMIT ? engines.find((one) => one === "postgres") : engines[0];
    if (!engine) continue;
    const title = `Chromium, ${engine}, ${size.toLocaleString("en")} events`;
    const rows = await withBareApp((bare) =>
      withSeededProduct(engine, size, (product) => measureAll(bare, product, size)),
    );
    printBudgetRows(title, rows);
    missed.push(...rows.filter(({ kept }) => !kept).map((row) => describeMiss(title, row)));
  }
  return missed;
}

async function measureAll(bareApp: BareApp, product: SeededProduct, size: number): Promise<BudgetRow[]> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const signedIn = await signedInState(browser, product);
    const { bare, ours } = await coldLoads(
      browser,
      {
        bare: { address: bareApp.address, options: SCREEN },
        ours: { address: `${product.address}/events`, options: signedIn },
      },
      ROUNDS,
    );
    const page = await (await browser.newContext(signedIn)).newPage();
    await installProbe(page);
    const interactions = await measureInteractions(page, product.address);
    const scrolling = await measureScrolling(page, product.address);
    return [...loadRows(bare, ours), ...interactionRows(interactions, size), ...scrollingRows(scrolling)];
  } finally {
    await browser.close();
  }
}

async function signedInState(browser: Browser, product: SeededProduct): Promise<BrowserContextOptions> {
  const context = await browser.newContext({ ...SCREEN, baseURL: product.address });
  const page = await context.newPage();
  await signIn(page, product.adminPassword);
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const storageState = await context.storageState();
  await context.close();
  return { ...SCREEN, storageState };
}

function loadRows(bare: ColdLoad, ours: ColdLoad): BudgetRow[] {
  const { ratio, script, cls } = BUDGETS;
  return [
    atMost("first row visible", ours.firstRow, ratio * bare.firstRow, "ms", bare.firstRow),
    atMost("largest contentful paint", ours.lcp, ratio * bare.lcp, "ms", bare.lcp),
    atMost("JavaScript, as sent", ours.scriptSent, bare.scriptSent + script, "kB", bare.scriptSent),
    // The product's own files come by Brotli, the bare page's by gzip: what both would be by gzip.
    told(atMost("JavaScript, all by gzip", ours.scriptGzip, bare.scriptGzip + script, "kB", bare.scriptGzip)),
    atMost("cumulative layout shift", ours.cls, cls, "", bare.cls),
  ];
}

function interactionRows({ facet, range, detail, inp }: Interactions, size: number): BudgetRow[] {
  const facetLimit = size > USUAL_SIZE ? BUDGETS.facet.million : BUDGETS.facet.usual;
  const p50 = (samples: readonly number[]) => quantile(samples, 0.5);
  const p75 = (samples: readonly number[]) => quantile(samples, 0.75);
  return [
    atMost("facet click to only matching rows, p50", p50(facet), facetLimit, "ms"),
    atMost("time range to table, p50", p50(range), BUDGETS.range, "ms"),
    atMost("open detail, p50", p50(detail), BUDGETS.detail, "ms"),
    ...Object.entries(inp).map(([kind, samples]) =>
      atMost(`INP ${kind}, p75`, p75(samples), BUDGETS.inp, "ms"),
    ),
  ];
}

function scrollingRows({ framesPerSecond, stalled, mostRows, heapGrowth }: Scrolling): BudgetRow[] {
  return [
    atLeast("scrolling 10,000 rows", framesPerSecond, BUDGETS.framesPerSecond, "frames/s"),
    atMost("stalled at the end of loaded rows", stalled, BUDGETS.stalled, "ms"),
    atMost("rows in the document at most", mostRows, BUDGETS.mostRows, ""),
    atMost("memory grown by scrolling", heapGrowth, BUDGETS.heapGrowth, "MB"),
  ];
}
