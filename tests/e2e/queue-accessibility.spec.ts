import { queueOn } from "./support/queue";
import { SCHEMES, SCREENS, sticksOut, violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

for (const colorScheme of SCHEMES) {
  for (const viewport of SCREENS) {
    test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
      test.use({ colorScheme, viewport });

      test("the queue has no accessibility violation and nothing sticks out", async ({ page }) => {
        await page.goto("/events?severity=-info&from=-30d");
        await expect(queueOn(page).rows.first()).toBeVisible();
        await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await sticksOut(page)).toBe(false);
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
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
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
