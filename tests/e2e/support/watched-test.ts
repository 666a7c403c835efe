import { test as base, expect, type Page } from "@playwright/test";

/** What went wrong in a page without anybody looking: script errors, violations of the security policy. */
async function watch(page: Page, complaints: string[]): Promise<void> {
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      // biome-ignore lint/suspicious/noConsole: the one way from the page to the listener above
      console.error(`policy violation: ${violatedDirective} ${blockedURI}`);
    });
  });
}

type Watched = {
  /** Complaints of all watched pages so far. A test that provokes one takes it out again. */
  complaints: string[];
};

/** A test whose page must stay without script error, console error and policy violation. */
export const test = base.extend<Watched>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      await watch(page, complaints);
      await use(complaints);
      // A route may be asking the server for a page that is over.
      if (!page.isClosed()) await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
