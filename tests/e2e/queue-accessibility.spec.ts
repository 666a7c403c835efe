import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

const SCHEMES = ["light", "dark"] as const;
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Violations of WCAG 2.2 AA and of common practice, short enough to read in a report. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const colorScheme of SCHEMES) {
  for (const viewport of SCREENS) {
    test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
      test.use({ colorScheme, viewport });

      test("the queue has no accessibility violation and nothing sticks out", async ({ page }) => {
        await page.goto("/events?severity=-info&from=-30d");
        await expect(queueOn(page).rows.first()).toBeVisible();
        await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
          true,
        );
      });

      test("the account menu has no accessibility violation", async ({ page }) => {
        await page.goto("/events");
        await page.getByRole("button", { name: "Account of admin" }).click();
        await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test.describe("signed out", () => {
        test.use({ storageState: { cookies: [], origins: [] } });

        test("the sign-in page has no accessibility violation", async ({ page }) => {
          await page.goto("/sign-in");
          await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
          expect(await violations(page)).toEqual([]);
        });
      });
    });
  }
}

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  test("is remembered, and stands before anything is painted", async ({ page }) => {
    await page.goto("/events");
    await page.getByRole("button", { name: "Account of admin" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.reload({ waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await page.waitForLoadState("load");
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  });
});

test.describe("390 px wide", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("filters open in a sheet and narrow the queue", async ({ page }) => {
    await page.goto("/events");
    await page.getByRole("button", { name: "Filters" }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("checkbox", { name: "Critical" }).check();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/severity=critical/);
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
  });
});
