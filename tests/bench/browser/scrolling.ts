import type { Page } from "@playwright/test";

const ROWS = 10_000;
/** Twenty screens in a second: faster than anybody reads, as fast as a wheel is flung. */
const ROWS_PER_SECOND = 500;
const MB = 1_000_000;

export type Scrolling = {
  readonly framesPerSecond: number;
  /** Time at the end of the loaded rows while there were more, milliseconds. */
  readonly stalled: number;
  readonly mostRows: number;
  /** What the page's memory grew by, MB, after collecting what nobody needs. */
  readonly heapGrowth: number;
};

/** Scrolls the queue through 10,000 rows. */
export async function measureScrolling(page: Page, address: string): Promise<Scrolling> {
  await page.goto(`${address}/events?from=-90d`);
  await page.locator("#events-table .recharts-surface").first().waitFor();
  await page.waitForTimeout(1_000);
  const before = await heapSize(page);
  const run = await page.evaluate(scroll, { rows: ROWS, perSecond: ROWS_PER_SECOND });
  await page.waitForTimeout(1_000);
  return { ...run, heapGrowth: ((await heapSize(page)) - before) / MB };
}

async function heapSize(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** Runs in the page. */
function scroll({ rows, perSecond }: { rows: number; perSecond: number }) {
  const scroller = document.querySelector("#events-table");
  const first = document.querySelector<HTMLElement>("#events-table tbody [data-index]");
  if (!scroller || !first) throw new Error("There are no rows to scroll.");
  const rowHeight = first.getBoundingClientRect().height;
  return new Promise<{ framesPerSecond: number; stalled: number; mostRows: number }>((resolve) => {
    const began = performance.now();
    let [frames, stalled, mostRows, at, last] = [0, 0, 0, 0, began];
    const step = (now: number) => {
      const passed = Math.max(0, now - last);
      last = now;
      frames += 1;
      mostRows = Math.max(mostRows, document.querySelectorAll("#events-table tbody [data-index]").length);
      const end = scroller.scrollHeight - scroller.clientHeight;
      const wanted = Math.min(rows * rowHeight, at + (passed / 1000) * perSecond * rowHeight);
      if (wanted > end + rowHeight) stalled += passed;
      at = Math.min(wanted, end);
      scroller.scrollTop = at;
      if (at < rows * rowHeight - rowHeight) requestAnimationFrame(step);
      else resolve({ framesPerSecond: (frames / (now - began)) * 1000, stalled, mostRows });
    };
    requestAnimationFrame(step);
  });
}
