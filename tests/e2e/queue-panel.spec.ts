import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("the event beside the list", () => {
  test("opens by key, moves to the next and the one before, and closes", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?severity=critical");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const panel = page.getByRole("complementary", { name: "Event", exact: true });
    const title = (index: number) => queue.titles.nth(index).innerText();
    await page.keyboard.press("j");
    await page.keyboard.press("v");
    await expect(panel.getByRole("heading", { level: 1 })).toContainText(await title(0));
    await expect(page).toHaveURL(/severity=critical&event=/);
    await expect(queue.rows.first()).toBeVisible();
    const first = page.url();
    await page.keyboard.press("n");
    await expect(page).not.toHaveURL(first);
    await expect(panel.getByRole("heading", { level: 1 })).toContainText(await title(1));
    await page.keyboard.press("p");
    await expect(page).toHaveURL(first);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(page).toHaveURL(/severity=critical$/);
  });

  test("is a link: the address shows the same event to whoever opens it", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await queue.rows.nth(2).locator("[data-column=outcome]").click();
    const panel = page.getByRole("complementary", { name: "Event", exact: true });
    const title = await panel.getByRole("heading", { level: 1 }).innerText();
    await expect(page).toHaveURL(/[?&]event=/);
    await page.goto(page.url());
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByText("Parts of this link were left out:")).toBeHidden();
    await expect(panel.getByRole("heading", { name: "Related events" })).toBeVisible();
    await panel.getByRole("link", { name: "Open as page" }).click();
    await expect(page).toHaveURL(/\/events\/[^?]+$/);
  });
});
