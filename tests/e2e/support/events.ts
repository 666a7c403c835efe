import { expect, type Page } from "@playwright/test";
import { eventRowsSchema } from "@/lib/api/event-changes";
import { eventListSchema } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { PRODUCT_ADDRESS } from "../environment";

/** The first event that the list gives for these parameters. @throws Error when there is none. */
export async function firstEvent(page: Page, parameters: Record<string, string>): Promise<SecurityEvent> {
  const query = new URLSearchParams({ ...parameters, limit: "1" });
  const response = await page.request.get(`/api/events?${query}`);
  const [event] = eventListSchema.parse(await response.json()).items;
  if (!event) throw new Error(`No event for ${query}.`);
  return event;
}

/** The ids of the first so many events of a view, in its order. */
export async function eventIds(page: Page, view: string, wanted: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (ids.length < wanted && cursor !== null) {
    const query = new URLSearchParams(`${view}&limit=200`);
    if (cursor !== "") query.set("cursor", cursor);
    const list = eventListSchema.parse(await (await page.request.get(`/api/events?${query}`)).json());
    ids.push(...list.items.map(({ id }) => id));
    cursor = list.nextCursor;
  }
  expect(ids.length).toBeGreaterThanOrEqual(wanted);
  return ids.slice(0, wanted);
}

/** The event as it is now. @throws Error when there is none. */
export async function readEvent(page: Page, id: string): Promise<SecurityEvent> {
  const response = await page.request.get(`/api/events/rows?ids=${id}`);
  const [event] = eventRowsSchema.parse(await response.json()).items;
  if (!event) throw new Error(`There is no event ${id}.`);
  return event;
}

/** Sets the status of one event, as it was seen, past the pages. */
export async function setStatus(
  page: Page,
  { id, version }: Pick<SecurityEvent, "id" | "version">,
  status: string,
): Promise<void> {
  const headers = { origin: PRODUCT_ADDRESS };
  const data = { events: [{ id, version }], status };
  const response = await page.request.post("/api/events/status", { headers, data });
  expect(response.status()).toBe(200);
}
