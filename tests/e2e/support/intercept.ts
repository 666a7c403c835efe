import { expect, type Page } from "@playwright/test";

const PROBE = "/api/health?intercepted";

/**
 * `page.route` for a page that is already there. Chromium takes it up a moment after it says so, and a request that is
 * sent at once reaches the server: this waits until one of the page's own is held up.
 */
export async function intercept(page: Page, ...route: Parameters<Page["route"]>): Promise<void> {
  await page.route(...route);
  await page.route(`**${PROBE}`, (probe) => probe.fulfill({ body: "intercepted" }));
  const ask = (address: string) => fetch(address).then((answer) => answer.text());
  await expect.poll(() => page.evaluate(ask, PROBE)).toBe("intercepted");
}
