import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What the colour scheme decides: nothing else in a page differs between light and dark. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

type Look = {
  /** The rules about colours alone, those about everything else, or all that axe has switched on. */
  readonly rules?: "all" | "colours" | "structure";
  /** A selector: only what is in such elements counts. */
  readonly within?: string;
};

/**
 * Violations of WCAG 2.2 AA and of common practice, short enough to read in a report. What has passed is not sent
 * here, and no second page is opened to gather frames, of which we have none: both take longer than the rules. So
 * does bringing axe into a page that has it already.
 */
export async function violations(page: Page, { rules = "all", within }: Look = {}): Promise<string[]> {
  const present = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(present && { axeSource: ";" }) })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] });
  if (rules === "colours") axe.withRules(COLOUR_RULES);
  if (rules === "structure") axe.disableRules(COLOUR_RULES);
  if (within) axe.include(within);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Colour schemes and screens on which every page must hold. */
export const SCHEMES = ["light", "dark"] as const;
export const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Whether something is wider than the screen. */
export function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
