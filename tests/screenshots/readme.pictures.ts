import { expect, type Page, test } from "@playwright/test";
import { SIGNED_IN } from "../e2e/signed-in";

test.use({ storageState: SIGNED_IN });
test.describe.configure({ timeout: 200_000 });

/** The worst event that has a chart of its attacks. */
async function worstEvent(page: Page): Promise<string> {
  const response = await page.request.get("/api/events?source=waf-api-security&sort=-severity&limit=1");
  const { items } = await response.json();
  return `/events/${items[0].id}`;
}

/** A first start is still reading: the pictures show a day like any other. */
test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ storageState: SIGNED_IN });
  const states = async () => {
    const { freshness } = await (await context.request.get("/api/events?limit=1")).json();
    return freshness.map(({ state }: { state: string }) => state);
  };
  await expect.poll(states, { timeout: 150_000 }).toEqual(["fresh", "fresh", "fresh", "fresh"]);
  await context.close();
});

const SCREENS = [
  { name: "queue", path: async () => "/events", ready: "table" },
  { name: "event", path: worstEvent, ready: "main" },
  { name: "overview", path: async () => "/", ready: "main" },
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const { name, path, ready } of SCREENS) {
      test(`${name}, ${colorScheme}`, async ({ page }) => {
        await page.goto(await path(page));
        await expect(page.getByRole(ready).first()).toBeVisible();
        await expect(page.locator(".recharts-surface").first()).toBeVisible();
        await page.screenshot({ path: `docs/images/${name}-${colorScheme}.png`, animations: "disabled" });
      });
    }
  });
}
