import type { Page } from "@playwright/test";

/** Holds up what a page asks for under an address, as a slow line would. @returns lets all of it go. */
export async function holdRequests(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return letGo;
}
