import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("the menu of a value", () => {
  test("makes the value of a cell the only one, by mouse", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const cell = queue.cell(queue.rows.nth(1), "outcome");
    const outcome = await cell.innerText();
    await cell.click({ button: "right" });
    await expect(page.getByRole("menuitem", { name: "Exclude" })).toBeVisible();
    await page.getByRole("menuitem", { name: "Only this" }).click();
    await expect(queue.chips).toContainText(outcome);
    await expect(page).toHaveURL(/outcome=/);
  });

  test("leaves a value of the row out, by keyboard alone", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("f");
    await expect(page.getByRole("menuitem", { name: /^Attacker/ }).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("menuitem", { name: "Include" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Exclude" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&](severity|status|outcome|source|connection|type|attacker|target)=-/);
    await expect(queue.chips).toContainText("not");
  });

  test("gives the focus back to the row when it is closed, so that the next key goes on from there", async ({
    page,
  }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("f");
    const menu = page.getByRole("menu");
    await expect(menu).toBeVisible();
    // Keys are the menu's only once it has the focus.
    await expect
      .poll(() => menu.evaluate((element) => element.contains(element.ownerDocument.activeElement)))
      .toBe(true);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(queue.titles.nth(1)).toBeFocused();
    await page.keyboard.press("j");
    await expect(queue.titles.nth(2)).toBeFocused();
  });
});

test.describe("the menu of a value, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("is reached and used by tapping", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await queue.rows.nth(1).getByRole("button", { name: "Filter or copy its values" }).tap();
    await page.getByRole("menuitem", { name: /^Source/ }).tap();
    const only = page.getByRole("menuitem", { name: "Only this" });
    await expect(only).toBeInViewport({ ratio: 1 });
    await only.tap();
    await expect(page).toHaveURL(/source=/);
  });
});
