import { deferred } from "@/tests/support/deferred";
import { firstEvent, readEvent, setStatus } from "./support/events";
import { everyOne, queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("a view of the queue", () => {
  test("shows a new view from its top, and the one before where it was left", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.rows.first()).toBeVisible();
    const list = page.locator("#events-table");
    const scrolled = () => list.evaluate((element) => element.scrollTop);
    // Again and again: the rows of the first HTML end before 1,200 px, more of them come after it.
    const scroll = () => list.evaluate((element) => element.scrollTo({ top: 1_200 }));
    await expect.poll(() => scroll().then(scrolled)).toBe(1_200);
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect(page).toHaveURL(/severity=high/);
    await expect.poll(scrolled).toBe(0);
    await page.goBack();
    await expect(page).not.toHaveURL(/severity=high/);
    await expect.poll(scrolled).toBe(1_200);
  });

  test("stays where it was scrolled to before its scripts came", async ({ page }) => {
    const { promise: scrolled, resolve: letGo } = deferred<void>();
    await page.route(/\.js(\?|$)/, async (route) => {
      await scrolled;
      await route.continue();
    });
    await page.goto("/events?sort=-lastSeenAt", { waitUntil: "commit" });
    const list = page.locator("#events-table");
    await expect(queueOn(page).rows.first()).toBeVisible();
    await list.evaluate((element) => element.scrollTo({ top: 300 }));
    expect(await list.evaluate((element) => element.scrollTop)).toBe(300);
    letGo();
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
    expect(await list.evaluate((element) => element.scrollTop)).toBe(300);
  });

  test("is found again after a reload as it was left: place, focused row, selection", async ({ page }) => {
    const queue = queueOn(page);
    const list = page.locator("#events-table");
    const bar = page.getByRole("region", { name: "Selection" });
    // What is older does not move any more.
    const settled = new Date(Date.now() - 2 * 86_400_000).toISOString();
    await page.goto(`/events?sort=-lastSeenAt&to=${settled}`);
    const scroll = () =>
      list.evaluate((element) => {
        element.scrollTo({ top: 6_000 });
        return element.scrollTop;
      });
    await expect.poll(scroll).toBe(6_000);
    // By its place, not by what is in the document: that changes while the rows follow the scrolling.
    const picked = queue.table.locator('[data-index="172"]');
    await expect(picked).toBeVisible();
    const id = await picked.getByRole("link").first().getAttribute("href");
    await picked.getByRole("checkbox").click();
    await picked.getByRole("link").first().focus();
    await expect(bar).toContainText("1 event selected");
    const place = await list.evaluate((element) => element.scrollTop);
    expect(place).toBeGreaterThan(5_000);

    const expectAsLeft = async () => {
      await expect(bar).toContainText("1 event selected");
      await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(place);
      await expect(page.locator(`a[href="${id}"]`)).toBeFocused();
    };
    await page.reload();
    await expectAsLeft();
    // A link that is opened in the same tab, and Back.
    await page.goto("/events?severity=low");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await expect(bar).toBeHidden();
    await page.goBack();
    await expectAsLeft();
    await expect(
      queue.rows.filter({ has: page.locator(`a[href="${id}"]`) }).getByRole("checkbox"),
    ).toBeChecked();
  });

  test("keeps the same row at its upper edge when one above it is gone meanwhile", async ({ page }) => {
    const list = page.locator("#events-table");
    const settled = new Date(Date.now() - 2 * 86_400_000).toISOString();
    const view = { status: "toBeConfirmed", sort: "lastSeenAt", to: settled };
    await page.goto(`/events?${new URLSearchParams(view)}`);
    const scroll = () =>
      list.evaluate((element) => {
        element.scrollTo({ top: 2_015 });
        return element.scrollTop;
      });
    await expect.poll(scroll).toBe(2_015);
    /** The row below the table's head, and where it is on the screen. */
    const edge = () =>
      list.evaluate((frame) => {
        const top = frame.getBoundingClientRect().top + 40;
        const row = [...frame.querySelectorAll("[data-index]")].find(
          (one) => one.getBoundingClientRect().bottom > top,
        );
        return `${row?.querySelector("a")?.getAttribute("href")} at ${row?.getBoundingClientRect().top}`;
      });
    const left = await edge();
    const above = await firstEvent(page, view);
    await setStatus(page, above, "actioned");
    await page.reload();
    await expect(page.locator(`a[href="/events/${above.id}"]`)).toHaveCount(0);
    await expect.poll(edge).toBe(left);
    await setStatus(page, await readEvent(page, above.id), "toBeConfirmed");
  });

  test("takes steps back: a filter, an opened event", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?severity=critical");
    const first = queue.titles.first();
    const title = await first.innerText();
    await first.click();
    await expect(page).toHaveURL(/\/events\/[^?]+$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await page.goBack();
    await expect(page).toHaveURL(/severity=critical$/);
    await expect.poll(async () => everyOne(await queue.column("severity"), "Critical")).toBe(true);

    await expect(first).toBeFocused();
    await page.keyboard.press("j");
    const second = await queue.titles.nth(1).getAttribute("href");
    await queue.facet("Outcome").getByRole("checkbox", { name: "Not blocked" }).check();
    await expect(queue.chips).toContainText("Not blocked");
    await page.goBack();
    await expect(queue.chips).not.toContainText("Not blocked");
    await expect(queue.table).toHaveAttribute("aria-busy", "false");
    await page.keyboard.press("j");
    await expect(page.locator(`#events-table a[href="${second}"]`)).toBeFocused();
  });

  test("is where it was left when an event is closed again", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await queue.rows.first().hover();
    const firstIndex = async () => Number(await queue.rows.first().getAttribute("data-index"));
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 1_000);
        return firstIndex();
      })
      .toBeGreaterThan(50);
    // A wheel's scrolling goes on for a while.
    let before = 0;
    await expect
      .poll(async () => {
        const passed = before;
        before = await firstIndex();
        return before - passed;
      })
      .toBe(0);
    const opened = queue.rows.nth(12);
    const index = (await opened.getAttribute("data-index")) ?? "";
    await opened.getByRole("link").click();
    await expect(page).toHaveURL(/\/events\/[^?]+$/);
    await page.goBack();
    const row = queue.table.locator(`[data-index="${index}"]`);
    await expect(row).toBeInViewport();
    await expect(row.getByRole("link")).toBeFocused();
  });
});
