import type { Page } from "@playwright/test";

/** The parts of an event that people work with, by what they call them. */
export function workOn(page: Page) {
  const handling = page.getByRole("region", { name: "Handling" });
  return {
    handling,
    status: (name: string) => handling.getByRole("button", { name, exact: true }),
    history: page.getByRole("region", { name: "Status history" }),
    notes: page.getByRole("region", { name: "Notes" }),
    guidance: page.getByRole("region", { name: "What to do" }),
    dialog: page.getByRole("dialog", { name: "Set a status" }),
  };
}
