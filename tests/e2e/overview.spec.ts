import type { Page } from "@playwright/test";
import { eventListSchema } from "@/lib/api/event-list";
import { overviewSchema } from "@/lib/api/overview";
import { PRODUCT_ADDRESS } from "./environment";
import { holdRequests } from "./support/hold-requests";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

const READ = "**/api/overview?*";

const placesOfCards = (page: Page) =>
  page
    .getByRole("main")
    .locator("section, tr")
    .evaluateAll((found) =>
      found.map((part) => {
        const { top, left, width, height } = part.getBoundingClientRect();
        return { top, left, width, height };
      }),
    );

test.describe("the overview", () => {
  test("is the start page, with its figures in the HTML that the server sends", async ({ page }) => {
    const overview = overviewSchema.parse(await (await page.request.get("/api/overview")).json());
    const html = await (await page.request.get("/")).text();
    expect(html).toContain(overview.open.all.count.toLocaleString("en-US"));
    expect(html.match(/href="\/events\?/g)?.length ?? 0).toBeGreaterThan(30);
  });

  test("scrolls its content alone: below the screen there is nothing", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 600 });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(600);
    }
  });

  test("links every number to as many events", async ({ page }) => {
    await page.goto("/");
    const links = page.getByRole("main").locator('a[href^="/events?"]');
    await expect(links.nth(30)).toBeVisible();
    const figures = await links.evaluateAll((found) =>
      found.map((link) => ({ href: link.getAttribute("href") ?? "", text: link.textContent ?? "" })),
    );
    expect(figures.length).toBeGreaterThan(30);
    // Bounded in time: these stay as they are while events arrive.
    const bounded = figures.filter(({ href }) => href.includes("to=20")).slice(0, 12);
    expect(bounded.length).toBeGreaterThan(0);
    for (const { href, text } of bounded) {
      const answer = await page.request.get(href.replace("/events?", "/api/events?limit=1&"));
      const { total } = eventListSchema.parse(await answer.json());
      expect(total.toLocaleString("en-US"), href).toBe(text);
    }
  });

  test("leads from a number to these events in the queue", async ({ page }) => {
    await page.goto("/");
    await page
      .getByRole("link", { name: /events?: open, High$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/events\?.*severity=high/);
    await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible();
  });

  test("leads from a waiting time to the events that it is of", async ({ page }) => {
    const oldest = await page.request.get("/api/events?sort=lastSeenAt&limit=1");
    const [event] = eventListSchema.parse(await oldest.json()).items;
    const data = { text: "Seen" };
    const headers = { origin: PRODUCT_ADDRESS };
    const noted = await page.request.post(`/api/events/${event?.id}/notes`, { headers, data });
    expect(noted.ok()).toBe(true);
    await page.goto("/?from=-24h");
    const figure = page.getByRole("link", { name: /events?: Time to first action, / });
    const [count = ""] = /^[\d,]+/.exec((await figure.getAttribute("aria-label")) ?? "") ?? [];
    await figure.click();
    await expect(page).toHaveURL(/\/events\?acted=20[^&]+\.\.20[^&]+$/);
    const { chips, rows } = queueOn(page);
    await expect(chips).toContainText(/First acted on\s*20\d\d-\d\d-\d\d \d\d:\d\d – 20/);
    await expect(rows.first()).toBeVisible();
    await expect(page.getByText(new RegExp(`^${count} events?`)).first()).toBeVisible();
  });

  test("draws its charts beside their tables, and nothing moves when they come", async ({ page }) => {
    // Newer figures may bring a notice with them, and late fonts move words: the charts are meant.
    await page.route("**/api/overview?**", () => {});
    const letScriptsCome = await holdRequests(page, "**/*.js");
    await page.goto("/", { waitUntil: "commit" });
    await expect(page.getByRole("table", { name: "Open by severity and age" })).toBeVisible();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const before = await placesOfCards(page);
    letScriptsCome();
    await expect(page.locator(".recharts-bar-rectangle").first()).toBeVisible();
    expect(await placesOfCards(page)).toEqual(before);
  });

  test("looks back as far as is asked, and the address says so", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "7 days", exact: true }).click();
    await expect(page).toHaveURL(/\?from=-7d$/);
    await expect(page.getByRole("link", { name: "7 days", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.reload();
    await expect(page.getByRole("link", { name: "7 days", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
  });

  test("keeps its figures when they cannot be renewed, and says of when they are", async ({
    page,
    complaints,
  }) => {
    await page.clock.install();
    await page.route(READ, (route) => route.fulfill({ status: 503, body: "<html>" }));
    await page.goto("/");
    await expect(page.locator(".recharts-bar-rectangle").first()).toBeVisible();
    await page.clock.runFor(90_000);
    await expect(page.getByText("These figures are of")).toBeVisible();
    await expect(page.getByRole("link", { name: /: Open$/ })).toBeVisible();
    await page.unroute(READ);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("These figures are of")).toBeHidden();
    expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
  });
});
