import type { Page } from "@playwright/test";
import { firstEvent } from "./support/events";
import { sticksOut } from "./support/violations";
import { expect, test } from "./support/watched-test";

/** Controls that cannot be brought into sight, by what they are called. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea")];
    return controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.tabIndex >= 0)
      .filter((control) => {
        // Some come into sight with the focus only.
        control.focus();
        control.scrollIntoView({ block: "center", inline: "center" });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
        return middle.x < 0 || middle.x > innerWidth || middle.y < 0 || middle.y > innerHeight;
      })
      .map((control) => control.ariaLabel ?? control.innerText);
  });
}

const ZOOMED = [
  { name: "200 % zoom of 1440 px", viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { name: "390 px", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
];

for (const { name, ...screen } of ZOOMED) {
  test.describe(name, () => {
    test.use(screen);

    test("loses nothing: no page scrolls sideways, every control can be reached", async ({ page }) => {
      const { id } = await firstEvent(page, { source: "waf-threat" });
      for (const path of ["/", "/events", `/events/${id}`, `/events?sort=-severity&event=${id}`]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await sticksOut(page), path).toBe(false);
        expect(await outOfReach(page), path).toEqual([]);
      }
    });
  });
}
