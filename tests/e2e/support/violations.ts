import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Violations of WCAG 2.2 AA and of common practice, short enough to read in a report. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
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
