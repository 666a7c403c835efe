import type { Page } from "@playwright/test";

/** What a page tells about itself; times in milliseconds since the navigation began. */
export type PageProbe = {
  firstRow: number | null;
  lcp: number;
  cls: number;
  /** The longest event of each interaction that took 16 ms or more, by the browser's number of it. */
  interactions: Record<number, number>;
};

declare global {
  interface Window {
    probe: PageProbe;
  }
}

/** Watches every document that opens in the page from now on. */
export async function installProbe(page: Page): Promise<void> {
  // The compiler names functions by a helper that a page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    const probe: PageProbe = { firstRow: null, lcp: 0, cls: 0, interactions: {} };
    window.probe = probe;
    const look = () => {
      if (document.querySelector("tbody tr")?.getClientRects().length) probe.firstRow = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const observe = (
      options: PerformanceObserverInit & { durationThreshold?: number },
      take: (entry: PerformanceEntry) => void,
    ) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) take(entry);
      }).observe({ ...options, buffered: true });
    const numberOf = (entry: PerformanceEntry, key: string) => {
      const value: unknown = Reflect.get(entry, key);
      return typeof value === "number" ? value : 0;
    };
    observe({ type: "largest-contentful-paint" }, ({ startTime }) => {
      probe.lcp = startTime;
    });
    observe({ type: "layout-shift" }, (entry) => {
      if (Reflect.get(entry, "hadRecentInput") !== true) probe.cls += numberOf(entry, "value");
    });
    observe({ type: "event", durationThreshold: 16 }, (entry) => {
      const id = numberOf(entry, "interactionId");
      if (id > 0) probe.interactions[id] = Math.max(probe.interactions[id] ?? 0, entry.duration);
    });
  });
}

/**
 * Milliseconds from the next press of a key or button to the first frame in which `settled` holds.
 * @param settled runs in the page: it sees its argument and nothing else from here.
 */
export async function timeUntil<Argument>(
  page: Page,
  act: () => Promise<unknown>,
  settled: (argument: Argument) => boolean,
  argument: Argument,
): Promise<number> {
  // As one text, because the page's security policy lets nobody make functions of texts there.
  const watch = page.evaluate<number>(`new Promise((resolve) => {
    const settled = ${settled.toString()};
    const begin = ({ timeStamp }) => {
      for (const type of ["pointerdown", "keydown"]) removeEventListener(type, begin, true);
      const look = () =>
        settled(${JSON.stringify(argument)}) ? resolve(performance.now() - timeStamp) : requestAnimationFrame(look);
      requestAnimationFrame(look);
    };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, begin, true);
  })`);
  await act();
  return watch;
}

/** Interactions (milliseconds each) while `act` runs; those too short to be reported count as 16. */
export async function interactionsDuring(
  page: Page,
  count: number,
  act: () => Promise<unknown>,
): Promise<number[]> {
  const reported = () => page.evaluate(() => Object.values(window.probe.interactions));
  const before = (await reported()).length;
  await act();
  // The browser reports them after the frame that they ended with.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const durations = (await reported()).slice(before);
  return [...durations, ...Array.from({ length: Math.max(0, count - durations.length) }, () => 16)];
}
