import type { Preferences } from "@/lib/api/preferences";
import { PRODUCT_ADDRESS } from "./environment";
import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test("no column runs into the next one, however narrow it was made", async ({ page, browser }) => {
  const { page: reader } = await anotherPerson(page, browser, "viewer");
  await reader.goto("/events");
  const { rows } = queueOn(reader);
  await expect(rows.first()).toBeVisible();
  const order = await rows
    .first()
    .locator("[data-column]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-column") ?? ""));
  const data: Preferences = {
    timeZone: null,
    language: "en",
    density: "compact",
    columns: { order, hidden: [], widths: Object.fromEntries(order.map((column) => [column, 40])) },
    singleKeyShortcuts: true,
  };
  const headers = { origin: PRODUCT_ADDRESS };
  const stored = await reader.request.put("/api/preferences", { headers, data });
  expect(stored.status()).toBe(200);
  await reader.reload();
  await expect(rows.first()).toBeVisible();
  const between = await rows
    .first()
    .locator("[data-column]")
    .evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const { right, top, height } = cell.getBoundingClientRect();
        const there = document.elementFromPoint(right + 7, top + height / 2);
        return there?.closest("[data-column]")?.getAttribute("data-column") ?? [];
      }),
    );
  expect(between).toEqual([]);
  await reader.context().close();
});

test("the time of an event fits into its column as it comes", async ({ page }) => {
  await page.goto("/events");
  const time = queueOn(page).rows.first().locator("time");
  await expect(time).toBeVisible();
  const missing = await time.evaluate(async (element) => {
    await document.fonts.ready;
    const text = document.createRange();
    text.selectNodeContents(element);
    const column = element.closest("td") ?? element;
    return text.getBoundingClientRect().right - column.getBoundingClientRect().right;
  });
  expect(missing).toBeLessThanOrEqual(0);
});
