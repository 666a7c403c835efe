import { expect, type Locator, type Page } from "@playwright/test";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import type { Language } from "@/lib/events/language";
import { PRODUCT_ADDRESS } from "../environment";
import { SCHEMES, SCREENS, sticksOut, violations } from "./violations";

/** Lets the product speak a language to this page. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url: PRODUCT_ADDRESS }]);
}

/** Opens a page and waits until nothing in it is a placeholder any more. */
export const goTo =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0, { timeout: 30_000 });
  };

const SCHEME = "data-mantine-color-scheme";

/** Halfway from one colour to another, a text may be too pale for a moment. */
async function untilColoursRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Shows the page in each colour scheme, beginning with the one that it is in: a change takes time. */
async function inEachScheme(page: Page, look: (where: string, again: boolean) => Promise<void>) {
  const html = page.locator("html");
  const now = await html.getAttribute(SCHEME);
  const schemes = SCHEMES.toSorted((one, other) => Number(other === now) - Number(one === now));
  for (const [index, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    await expect(html).toHaveAttribute(SCHEME, colorScheme);
    await untilColoursRest(page);
    await look(`${colorScheme}, ${page.viewportSize()?.width} px wide`, index > 0);
  }
}

/**
 * No violation in either colour scheme as the page is now. The first scheme is looked at by all rules, the second by
 * those about colours alone: the elements are the same, only their colours differ.
 */
export async function expectAccessibleHere(page: Page, name: string): Promise<void> {
  await inEachScheme(page, async (where, again) => {
    const found = await violations(page, { rules: again ? "colours" : "all" });
    expect.soft(found, `${name}, ${where}`).toEqual([]);
  });
  expect.soft(await sticksOut(page), name).toBe(false);
}

/** The same on every screen, after one load. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const viewport of SCREENS) {
    await page.setViewportSize(viewport);
    await expectAccessibleHere(page, name);
  }
  await page.setViewportSize(SCREENS[0]);
}

/** Something that opens over a page and closes by Escape. */
export type Opening = readonly [name: string, open: (page: Page) => Promise<Locator>];

const MARK = "data-looked-at";

/**
 * Opens them one after the other where the page is now. The page with what is open holds by all rules; those about
 * colours look at what has opened alone, because the page itself is looked at without it.
 */
export async function expectOpeningsAccessible(page: Page, openings: readonly Opening[]): Promise<void> {
  for (const [name, open] of openings) {
    const opened = await open(page);
    await expect(opened, name).toBeVisible();
    await opened.evaluate((element, mark) => element.setAttribute(mark, ""), MARK);
    expect.soft(await violations(page, { rules: "structure" }), name).toEqual([]);
    await inEachScheme(page, async (where) => {
      const found = await violations(page, { rules: "colours", within: `[${MARK}]` });
      expect.soft(found, `${name}, ${where}`).toEqual([]);
    });
    expect.soft(await sticksOut(page), name).toBe(false);
    await page.keyboard.press("Escape");
    await expect(opened, name).toBeHidden();
  }
}
