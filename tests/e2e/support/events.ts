import type { Page } from "@playwright/test";
import { eventListSchema } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";

/** The first event that the list gives for these parameters. @throws Error when there is none. */
export async function firstEvent(page: Page, parameters: Record<string, string>): Promise<SecurityEvent> {
  const query = new URLSearchParams({ ...parameters, limit: "1" });
  const response = await page.request.get(`/api/events?${query}`);
  const [event] = eventListSchema.parse(await response.json()).items;
  if (!event) throw new Error(`No event for ${query}.`);
  return event;
}
