import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("the query bar", () => {
  test("narrows the queue by what is typed, and shows the filter that is set elsewhere", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill("severity:critical -status:ignored");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=critical&status=-ignored/);
    await expect(queue.chips).toContainText("Critical");
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect(bar).toHaveValue("severity:critical,high -status:ignored");
    await page.getByRole("button", { name: "Remove filter Status not Ignored" }).click();
    await expect(bar).toHaveValue("severity:critical,high");
    await page.goBack();
    await expect(bar).toHaveValue("severity:critical,high -status:ignored");
  });

  test("completes names and values by keyboard alone", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.pressSequentially("sev");
    await expect(page.getByRole("option", { name: "severity: Severity" })).toBeVisible();
    await expect(bar).toHaveAttribute("aria-expanded", "true");
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await expect(bar).toHaveValue("severity:");
    await expect(page.getByRole("option", { name: "critical" })).toBeVisible();
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=critical/);
  });

  test("offers the values that the index has, with their counts", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.pressSequentially("attacker:");
    const option = page.getByRole("option").first();
    await expect(option).toContainText(/\d/);
    await option.click();
    await expect(page).toHaveURL(/attacker=/);
  });

  test("points at the character that is wrong, and mends it", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill("severity:critical statsu:ignored");
    await bar.press("Enter");
    await expect(bar).toHaveAttribute("aria-invalid", "true");
    await expect(bar).toHaveAccessibleDescription(/At character 19: “statsu” is not a field/);
    await expect(page).toHaveURL(/\/events\?sort=-lastSeenAt$/);
    await page.getByRole("button", { name: "Use status" }).click();
    await expect(page).toHaveURL(/severity=critical&status=ignored/);
    await expect(bar).not.toHaveAttribute("aria-invalid", "true");
  });
});
