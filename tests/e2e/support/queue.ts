import { expect, type Locator, type Page } from "@playwright/test";

/** Waits until the first row has the focus and the keys of the statuses work: they come after the rows. */
export async function untilStatusKeysWork(page: Page): Promise<void> {
  // What shows the selection also answers to the keys of the statuses.
  const selection = page.getByRole("region", { name: "Selection" });
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(selection).toBeVisible();
  await page.keyboard.press("x");
  await expect(selection).toBeHidden();
}

/** The parts of the queue page, by what people call them. */
export function queueOn(page: Page) {
  const table = page.getByRole("table", { name: "Events", exact: true });
  const filters = page.getByRole("complementary", { name: "Filters" });
  return {
    table,
    filters,
    /** The rows in sight, without the headings. */
    rows: table.locator("tbody").getByRole("row"),
    titles: table.locator("tbody").getByRole("link"),
    chips: page.getByRole("list", { name: "Active filters" }),
    timeline: page.getByRole("region", { name: "Timeline" }),
    facet: (field: string) => filters.getByRole("region", { name: field }),
    cell: (row: Locator, column: string) => row.locator(`[data-column="${column}"]`),
    /** Texts of one column in the rows that are in the document. */
    column: (column: string) => table.locator(`tbody [data-column="${column}"]`).allInnerTexts(),
  };
}

/** Whether there are texts, and all of them are the one wanted. */
export const everyOne = (texts: readonly string[], wanted: string): boolean =>
  texts.length > 0 && texts.every((text) => text === wanted);
