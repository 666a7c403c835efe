import { expect, test } from "@playwright/test";
import { eventFacetsSchema, eventListSchema } from "@/lib/api/event-list";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { adminPassword } from "./environment";
import { SIGNED_IN } from "./signed-in";
import { listQuietEvents } from "./support/quiet-events";
import { signIn } from "./support/sign-in";

test("an administrator signs in and events of all four sources arrive", async ({ page }) => {
  await signIn(page, adminPassword());
  // The first page of a server that has just started, while it reads all clouds for the first time.
  const overview = page.getByRole("heading", { name: "Overview", level: 1 });
  await expect(overview).toBeVisible({ timeout: 90_000 });
  await page.context().storageState({ path: SIGNED_IN });

  const sourcesWithEvents = async () => {
    const response = await page.request.get("/api/events/facets");
    const { facets } = eventFacetsSchema.parse(await response.json());
    return facets.source
      .filter(({ count }) => count > 0)
      .map(({ value }) => value)
      .sort();
  };
  await expect.poll(sourcesWithEvents, { timeout: 120_000 }).toEqual([...SOURCE_IDS].sort());

  // Until the first reading is over, events of any time arrive; afterwards new ones alone.
  const states = async () => {
    const response = await page.request.get("/api/events?limit=1");
    return eventListSchema.parse(await response.json()).freshness.map(({ state }) => state);
  };
  await expect.poll(async () => [...new Set(await states())], { timeout: 120_000 }).toEqual(["fresh"]);
  await listQuietEvents(page);
});
