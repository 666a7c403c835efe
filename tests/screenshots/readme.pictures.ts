import { expect, type Page, test } from "@playwright/test";
import { SIGNED_IN } from "../e2e/signed-in";

test.use({ storageState: SIGNED_IN });

/** The worst event that has a chart of its attacks. */
async function worstEvent(page: Page): Promise<string> {
  const response = await page.request.get("/api/events?source=waf-api-security&sort=-severity&limit=1");
  const { items } = await response.json();
  return `/events/${items[0].id}`;
}

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
