import type { Locator, Page } from "@playwright/test";

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
