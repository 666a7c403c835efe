import type { Locator } from "@playwright/test";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

const outlined = (part: Locator) =>
  part.evaluate((element) => getComputedStyle(element).outlineStyle === "solid");

test("in forced colours the legend of the timeline keeps the colours of its bars", async ({ page }) => {
  await page.goto("/events?sort=-lastSeenAt");
  const swatches = queueOn(page).timeline.locator("dl [style*=background]");
  await expect(swatches.first()).toBeVisible();
  const colours = await swatches.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).backgroundColor),
  );
  expect(new Set(colours).size).toBe(colours.length);
});

test("in forced colours the chosen one of several is told apart without its background", async ({ page }) => {
  await page.goto("/events?sort=-lastSeenAt");
  const measure = queueOn(page).timeline.getByRole("radiogroup").locator("label");
  await expect(measure).toHaveCount(2);
  expect(await outlined(measure.nth(0))).toBe(true);
  expect(await outlined(measure.nth(1))).toBe(false);
  const pages = page.getByRole("navigation").getByRole("link");
  expect(await outlined(pages.filter({ hasText: "Events" }))).toBe(true);
  expect(await outlined(pages.filter({ hasText: "Sources" }))).toBe(false);
});
