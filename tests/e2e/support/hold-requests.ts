import type { Page } from "@playwright/test";
import { deferred } from "@/tests/support/deferred";

/** Holds up what a page asks for under an address, as a slow line would. @returns lets all of it go. */
export async function holdRequests(page: Page, address: string): Promise<() => void> {
  const { promise: released, resolve: letGo } = deferred<void>();
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return letGo;
}
