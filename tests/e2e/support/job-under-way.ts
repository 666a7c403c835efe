import { expect, type Page } from "@playwright/test";
import { jobListSchema } from "@/lib/api/jobs";

/**
 * Keeps the next bulk change that is started on a page under way for as long as a test needs, however fast the
 * server is: another person pauses it before the page has the answer, and the page does not hear of that until it
 * orders something itself.
 */
export async function keepJobUnderWay(page: Page, other: Page, address: string): Promise<void> {
  await page.route("**/api/events/status", async (route) => {
    const response = await route.fetch();
    const { jobId } = await response.json();
    const pause = { headers: { origin: address }, data: { action: "pause" } };
    expect((await other.request.patch(`/api/jobs/${jobId}`, pause)).status()).toBe(200);
    await route.fulfill({ response });
  });
  let behind = true;
  await page.route("**/api/jobs?*", async (route) => {
    const response = await route.fetch();
    const { jobs } = jobListSchema.parse(await response.json());
    const heard = jobs.map((job) => (behind && job.state === "paused" ? { ...job, state: "running" } : job));
    await route.fulfill({ response, json: { jobs: heard } });
  });
  await page.route("**/api/jobs/*", (route) => {
    behind = false;
    return route.continue();
  });
}
