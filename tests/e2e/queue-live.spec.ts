import type { Locator, Page } from "@playwright/test";
import { SCROLLER_ID } from "@/components/events/use-scroll-of-view";
import type { StreamMessage } from "@/lib/api/event-changes";
import { type EventList, eventListSchema } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { holdRequests } from "./support/hold-requests";
import { intercept } from "./support/intercept";
import { everyOne, queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

/** Lets the page believe that the server's next answers are changed ones. */
async function changeLists(page: Page, change: (list: EventList) => void): Promise<void> {
  await page.route("**/api/events?*", async (route) => {
    const response = await route.fetch();
    const list = eventListSchema.parse(await response.json());
    change(list);
    await route.fulfill({ response, json: list });
  });
}

/** Lets the server say these things by its stream, and then nothing more. */
async function stream(page: Page, ...messages: StreamMessage[]): Promise<void> {
  const body = messages.map((message) => `data: ${JSON.stringify(message)}\n\n`).join("");
  await page.route("**/api/events/stream", (route) =>
    route.fulfill({ contentType: "text/event-stream", body }),
  );
}

/** Brings a row into sight, which may have to be read first. @returns the row. */
async function scrollToRow(page: Page, index: number): Promise<Locator> {
  const row = page.locator(`tbody [data-index="${index}"]`);
  await expect(async () => {
    await page.locator(`#${SCROLLER_ID}`).evaluate((element, wanted) => {
      const height = element.querySelector("tbody [data-index]")?.getBoundingClientRect().height ?? 0;
      element.scrollTo({ top: wanted * height });
    }, index);
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return row;
}

test.describe("the queue over time, without the server's notices", () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await stream(page, { type: "end", reason: "session-ended" });
    await page.goto("/events?sort=-lastSeenAt");
    // The timeline comes last: by then the page has come to life and watches the queue.
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
  });

  test("new events wait behind a button and move no row until it is pressed", async ({ page }) => {
    const queue = queueOn(page);
    const before = await queue.titles.first().getAttribute("href");
    await changeLists(page, ({ items }) => {
      const [first] = items;
      if (first) items.unshift({ ...first, id: "came-later", title: "Came later" });
    });
    await page.clock.runFor(16_000);
    const button = page.getByRole("button", { name: /\d+ new/ });
    await expect(button).toBeVisible();
    expect(await queue.titles.first().getAttribute("href")).toBe(before);
    await button.click();
    await expect(queue.titles.first()).toHaveText("Came later");
    await expect(button).toBeHidden();
  });

  test("new events that are shown take nothing out of a selection", async ({ page }) => {
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("2 events selected");
    await changeLists(page, ({ items }) => {
      const [first] = items.splice(0, 1);
      if (first) items.unshift({ ...first, id: "came-later", title: "Came later" });
    });
    await page.clock.runFor(16_000);
    await page.getByRole("button", { name: /\d+ new/ }).click();
    await expect(queueOn(page).titles.first()).toHaveText("Came later");
    await expect(bar).toContainText("2 events selected");
  });

  test("new events that are shown stay when further rows of before arrive", async ({ page }) => {
    const queue = queueOn(page);
    const letGo = await holdRequests(page, "**/api/events?*cursor=*");
    await page.reload();
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await changeLists(page, ({ items }) => {
      const [first] = items;
      if (first) items.unshift({ ...first, id: "came-later", title: "Came later" });
    });
    await page.route("**/api/events?*cursor=*", (route) => route.continue());
    await page.clock.runFor(16_000);
    await page.getByRole("button", { name: /\d+ new/ }).click();
    await expect(queue.titles.first()).toHaveText("Came later");
    letGo();
    await scrollToRow(page, 60);
    await page.locator(`#${SCROLLER_ID}`).evaluate((element) => element.scrollTo({ top: 0 }));
    await expect(queue.titles.first()).toHaveText("Came later");
  });

  test("a changed event keeps its place and shows its new values", async ({ page }) => {
    const queue = queueOn(page);
    const href = (await queue.titles.nth(2).getAttribute("href")) ?? "";
    await changeLists(page, ({ items }) => {
      for (const event of items) if (href.endsWith(event.id)) event.attackCount = 987_654;
    });
    await page.clock.runFor(16_000);
    await expect(queue.cell(queue.rows.nth(2), "attackCount")).toHaveText("987,654");
    expect(await queue.titles.nth(2).getAttribute("href")).toBe(href);
  });

  test("a stale source is named with since when and why", async ({ page }) => {
    await changeLists(page, ({ freshness }) => {
      const [first] = freshness;
      if (first) {
        first.state = "stale";
        first.failingSince = "2026-03-01T08:00:00.000Z";
        first.reason = "The cloud did not answer in time.";
      }
    });
    await page.clock.runFor(16_000);
    const notice = page.getByRole("status").filter({ hasText: "Newer events may be missing" });
    await expect(notice).toContainText("2026-03-01 08:00:00");
    await expect(notice).toContainText("The cloud did not answer in time.");
    await expect(page.getByRole("link", { name: /1 source stale/ })).toBeVisible();
  });

  test("rows stay when the server goes away, and the page says that they may be old", async ({
    page,
    complaints,
  }) => {
    await intercept(page, "**/api/events?*", (route) => route.abort());
    await page.clock.runFor(16_000);
    await page.clock.runFor(5_000);
    await expect(page.getByText("The rows shown may be out of date")).toBeVisible();
    await expect(queueOn(page).rows.first()).toBeVisible();
    expect(complaints.splice(0).every((text) => text.includes("ERR_FAILED"))).toBe(true);
  });
});

test("the rows of a filter are asked for once", async ({ page }) => {
  await stream(page, { type: "end", reason: "session-ended" });
  await page.goto("/events?sort=-lastSeenAt");
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search, searchParams } = new URL(request.url());
    if (pathname === "/api/events" && !searchParams.has("cursor")) asked.push(search);
  });
  const queue = queueOn(page);
  await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
  await expect.poll(async () => everyOne(await queue.column("severity"), "High")).toBe(true);
  await expect(page).toHaveURL(/severity=high/);
  expect(asked).toEqual(["?severity=high"]);
});

test("the server's notices bring the count of new events without waiting", async ({ page }) => {
  await page.route("**/api/events/changes?*", (route) => route.fulfill({ json: { added: 3 } }));
  const asked = page.waitForRequest(/api\/events\/stream$/);
  await page.goto("/events?severity=-info");
  await expect(page.getByRole("button", { name: "3 new" })).toBeVisible();
  await asked;
});

/** Lets the server tell that these events changed, under ids that no list has, and say where they stand now. */
async function reopen(page: Page, events: Record<string, SecurityEvent | undefined>): Promise<void> {
  const items = Object.entries(events).map(([id, event]) => ({ ...event, id }));
  await page.route("**/api/events/rows?*", (route) => route.fulfill({ json: { items, missing: [] } }));
  const at = new Date().toISOString();
  const told: StreamMessage = {
    type: "events",
    at,
    inserted: 0,
    updated: Object.keys(events),
    moreUpdated: 0,
  };
  await stream(page, told, { type: "end", reason: "session-ended" });
}

async function listed(page: Page, query: string): Promise<SecurityEvent[]> {
  const response = await page.request.get(`/api/events?severity=-info&${query}`);
  return eventListSchema.parse(await response.json()).items;
}

const URGENT_FIRST = "/events?sort=-severity&severity=-info";

test("an event that is reopened among the rows that are shown already is told of, not passed over", async ({
  page,
}) => {
  const { 30: among } = await listed(page, "sort=-severity&limit=60");
  const [last] = await listed(page, "sort=severity&limit=1");
  await reopen(page, { reopened: among, "further-down": last });
  await page.goto(URGENT_FIRST);
  await expect(page.getByRole("button", { name: "1 new", exact: true })).toBeVisible();
});

test("an event that is reopened among rows that are being read is told of once these are there", async ({
  page,
}) => {
  const { 55: among } = await listed(page, "sort=-severity&limit=60");
  await reopen(page, { reopened: among });
  const letGo = await holdRequests(page, "**/api/events?*cursor=*");
  const asked = page.waitForResponse("**/api/events/rows?*");
  await page.goto(URGENT_FIRST);
  await asked;
  letGo();
  await expect(page.getByRole("button", { name: "1 new", exact: true })).toBeVisible();
});

test("a row that changes while it is being read shows what has become of it", async ({ page }) => {
  const { 55: among } = await listed(page, "sort=-severity&limit=60");
  if (!among) throw new Error("There are too few events.");
  await reopen(page, { [among.id]: { ...among, attackCount: 987_654 } });
  const letGo = await holdRequests(page, "**/api/events?*cursor=*");
  const asked = page.waitForResponse("**/api/events/rows?*");
  await page.goto(URGENT_FIRST);
  await asked;
  letGo();
  const row = await scrollToRow(page, 55);
  await expect(queueOn(page).cell(row, "attackCount")).toHaveText("987,654");
});

test("whoever comes back to the queue sees what has changed further down meanwhile", async ({ page }) => {
  const { 60: deep } = await listed(page, "sort=-severity&limit=61");
  if (!deep) throw new Error("There are too few events.");
  await page.goto(URGENT_FIRST);
  const row = await scrollToRow(page, 60);
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/events/${deep.id}`));
  await page.route("**/api/events/rows?*", (route) =>
    route.fulfill({ json: { items: [{ ...deep, attackCount: 987_654 }], missing: [] } }),
  );
  await page.goBack();
  await expect(queueOn(page).cell(row, "attackCount")).toHaveText("987,654");
});

test("whoever comes back to another view sees what has changed further down there meanwhile", async ({
  page,
}) => {
  const { 60: deep } = await listed(page, "sort=-severity&limit=61");
  await page.goto(URGENT_FIRST);
  const row = await scrollToRow(page, 60);
  const queue = queueOn(page);
  await queue.facet("Source").getByRole("checkbox", { name: "Cloud Firewall", exact: true }).check();
  await expect(queue.chips).toContainText("Cloud Firewall");
  await expect(queue.table).not.toHaveAttribute("data-outdated");
  await intercept(page, "**/api/events/rows?*", (route) =>
    route.fulfill({ json: { items: [{ ...deep, attackCount: 987_654 }], missing: [] } }),
  );
  await page.goBack();
  await expect(queue.cell(row, "attackCount")).toHaveText("987,654");
});
