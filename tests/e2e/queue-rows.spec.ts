import type { Locator } from "@playwright/test";
import { eventListSchema } from "@/lib/api/event-list";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

async function liesWithin(part: Locator, whole: Locator): Promise<boolean> {
  const [inner, outer] = [await part.boundingBox(), await whole.boundingBox()];
  if (!inner || !outer) return false;
  return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

test.describe("the rows of the queue", () => {
  test("goes on loading while it is scrolled, and keeps few rows in the document", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await queue.rows.first().hover();
    const lastIndex = async () => Number(await queue.rows.last().getAttribute("data-index"));
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4_000);
        return lastIndex();
      })
      .toBeGreaterThan(300);
    expect(await queue.rows.count()).toBeLessThanOrEqual(40);
  });

  test("is walked by keyboard: j and k move, Enter opens, slash searches", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await expect(queue.titles.nth(0)).toBeFocused();
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("k");
    await expect(queue.titles.nth(1)).toBeFocused();
    await page.keyboard.press("/");
    await expect(page.getByRole("combobox", { name: "Search events" })).toBeFocused();
    await page.keyboard.type("jk");
    await expect(page.getByRole("combobox", { name: "Search events" })).toHaveValue("jk");
  });

  test("keeps the focused row in sight, however far it is walked", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    for (let step = 0; step < 30; step += 1) await page.keyboard.press("j");
    const focused = queue.table.locator("tbody [data-index]:focus-within");
    await expect(focused).toHaveAttribute("data-index", "29");
    // In the viewport is not enough: what is below the scroller's end may be hidden by it.
    await expect.poll(() => liesWithin(focused, page.locator("#events-table"))).toBe(true);
  });

  test("keeps up with keys that come faster than it can draw", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.evaluate(() => {
      const press = (key: string) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent("keydown", {
            key,
            code: `Key${key.toUpperCase()}`,
            bubbles: true,
            cancelable: true,
          }),
        );
      for (let step = 0; step < 45; step += 1) press("j");
      press("x");
    });
    const focused = queue.table.locator("tbody [data-index]:focus-within");
    await expect(focused).toHaveAttribute("data-index", "44");
    await expect(focused.getByRole("checkbox")).toBeChecked();
    await expect(page.getByRole("region", { name: "Selection" })).toContainText("1 event selected");
  });

  test("brings the event of the link into sight", async ({ page }) => {
    const queue = queueOn(page);
    const answer = await page.request.get("/api/events?sort=-lastSeenAt&limit=50");
    // Among the rows that are read first, and below those that the window shows.
    const { id = "" } = eventListSchema.parse(await answer.json()).items[24] ?? {};
    await page.goto(`/events?${new URLSearchParams({ sort: "-lastSeenAt", event: id })}`);
    const open = queue.table.locator("tbody [aria-current]");
    await expect(open).toBeAttached();
    await expect.poll(() => liesWithin(open, page.locator("#events-table"))).toBe(true);
  });
});
