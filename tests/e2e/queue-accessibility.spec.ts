import { expect, test } from "./support/watched-test";

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  test("is remembered, and stands before anything is painted", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
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
    await page.goto("/events?sort=-lastSeenAt");
    await page.getByRole("button", { name: "Filters" }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("checkbox", { name: "Critical" }).check();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/severity=critical/);
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
  });
});
