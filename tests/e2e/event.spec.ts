import { eventResponseSchema } from "@/lib/api/event-detail";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { hostileHistory, hostileResponse } from "@/tests/support/hostile-event";
import { firstEvent } from "./support/events";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const en = textsIn("en");

for (const source of SOURCE_IDS) {
  test.describe(`an event of ${en.format.source[source]}`, () => {
    test("is in the first HTML, with what to do before everything else", async ({ page }) => {
      const { id } = await firstEvent(page, { source });
      const response = await page.request.get(`/api/events/${id}?live=false`);
      const { guidance } = eventResponseSchema.parse(await response.json());
      const html = await (await page.request.get(`/events/${id}`)).text();
      expect(html).toContain('id="guidance"');
      expect(html).toContain(guidance.code);
      expect(html.indexOf('id="guidance"')).toBeLessThan(html.indexOf('id="what-happened"'));
    });

    test("tells what happened, who attacked what, and who changed its status", async ({ page }) => {
      const event = await firstEvent(page, { source, sort: "-severity" });
      await page.goto(`/events/${event.id}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(event.title);
      const section = (name: string) => page.getByRole("region", { name, exact: true });
      await expect(section("What to do").getByRole("listitem").first()).toBeVisible();
      await expect(section("What happened")).toContainText(event.type);
      await expect(section("Attackers")).toContainText(event.attackers[0]?.value ?? "names no attacker");
      await expect(section("Target")).toBeVisible();
      await expect(section("Live from the cloud")).toContainText(
        /live, read|cached, read|offers nothing beyond/,
      );
      await expect(section("Status history")).toContainText(
        /The cloud's history is included|keeps no history/,
      );
    });
  });
}

test("an event with attack counts shows them as chart and as table", async ({ page }) => {
  const { id } = await firstEvent(page, { source: "waf-api-security", sort: "-attackCount" });
  await page.goto(`/events/${id}`);
  const counts = page.getByRole("region", { name: "Attacks over time" });
  await expect(counts.locator(".recharts-bar-rectangle").first()).toBeAttached();
  await counts.getByText("Counts as a table").click();
  await expect(counts.getByRole("row").nth(1)).toContainText(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
});

test("the chart of the attacks is zoomed without a mouse, and back", async ({ page }) => {
  const { id } = await firstEvent(page, { source: "waf-api-security", sort: "-attackCount" });
  await page.goto(`/events/${id}`);
  const counts = page.getByRole("region", { name: "Attacks over time" });
  const bars = counts.locator(".recharts-bar-rectangle");
  await expect(bars.first()).toBeAttached();
  const whole = await counts.getByText(/bars of/).innerText();
  await counts.getByRole("button", { name: "Zoom in" }).press("Enter");
  await expect(counts.getByRole("status")).toContainText(/\d{2}:\d{2} to \d{4}/);
  await expect(counts.getByText(/bars of/)).not.toHaveText(whole);
  await counts.getByRole("button", { name: "All of it" }).press("Enter");
  await expect(counts.getByText(/bars of/)).toHaveText(whole);
});

test("a part of an event has an address of its own, on its page and beside the list", async ({ page }) => {
  const { id } = await firstEvent(page, { source: "hss-rasp", sort: "-severity" });
  for (const path of [`/events/${id}`, `/events?from=-30d&event=${id}`]) {
    await page.goto(path);
    const parts = page.getByRole("navigation", { name: "Parts of the event" });
    await parts.getByRole("link", { name: "Evidence" }).click();
    await expect(page).toHaveURL(/#evidence$/);
    await expect(parts.getByRole("link", { name: "Evidence" })).toHaveAttribute("aria-current", "location");
    await expect(page.locator("#evidence")).toBeInViewport();
    await page.reload();
    await expect(page.locator("#evidence")).toBeInViewport();
  }
});

test("a value of an event narrows the queue that was left, and leads to its attacker", async ({ page }) => {
  const { id, attackers } = await firstEvent(page, { source: "hss-rasp", sort: "-severity" });
  const value = attackers[0]?.value ?? "";
  await page.goto("/events?source=hss-rasp&from=-30d");
  await page.goto(`/events/${id}`);
  const menu = page.getByRole("button", { name: `Narrow by or copy ${value}` }).first();
  await menu.click();
  await page.getByRole("menuitem", { name: "Only this" }).click();
  await expect(page).toHaveURL(/\/events\?/);
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({ source: "hss-rasp", attacker: value });

  await page.goto(`/events/${id}`);
  await menu.click();
  await page.getByRole("menuitem", { name: "Everything about this attacker" }).click();
  await expect(page).toHaveURL(new RegExp(`/attackers/${encodeURIComponent(value)}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(value);
  const events = page.getByRole("definition").first().getByRole("link");
  const count = await events.innerText();
  await events.click();
  await expect(page.getByText(`${count} event`).first()).toBeVisible();
});

test("the raw record is searched, and copied character by character", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = await firstEvent(page, { source: "cloud-firewall" });
  await page.goto(`/events/${id}`);
  const raw = page.locator("#raw");
  await raw.getByText("Show the record").click();
  await raw.getByRole("searchbox").fill("eventid");
  await expect(raw.locator("mark").first()).toHaveText("EventId");
  await raw.getByRole("button", { name: "Copy Raw record" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await (await page.request.get(`/api/events/${id}?live=false`)).text();
  expect(answer).toContain(copied);
});

test("an attacker is copied plain and defanged", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = await firstEvent(page, { source: "hss-rasp" });
  await page.goto(`/events/${id}`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const copies = page.locator("#attackers").getByRole("button", { name: /^Copy attacker/ });
  await copies.nth(0).click();
  const plain = await clipboard();
  await copies.nth(1).click();
  expect(await clipboard()).toBe(plain.replaceAll(".", "[.]").replaceAll(":", "[:]"));
});

test("all attackers of an event are printed, and folded again on the screen", async ({ page }) => {
  const { id } = await firstEvent(page, { source: "waf-threat" });
  const response = await page.request.get(`/api/events/${id}?live=false`);
  const read = eventResponseSchema.parse(await response.json());
  const attackers = Array.from({ length: 45 }, (_, index) => ({
    kind: "ip" as const,
    value: `198.51.100.${index}`,
    country: null,
    region: null,
    count: index,
    tags: [],
  }));
  await page.route(`**/api/events/${id}`, (route) =>
    route.fulfill({ json: { ...read, detail: { ...read.detail, attackers } } }),
  );
  await page.goto(`/events/${id}`);
  const section = page.getByRole("region", { name: "Attackers", exact: true });
  await expect(section).toContainText("Show all 45");
  await expect(section).not.toContainText("198.51.100.44");
  await page.emulateMedia({ media: "print" });
  await expect(section).toContainText("198.51.100.44");
  await expect(section.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await expect(section).not.toContainText("198.51.100.44");
});

test("the way back keeps the queue's filters, also where the event was opened in a new tab", async ({
  page,
  context,
}) => {
  await page.goto("/events?severity=critical,high&source=hss-rasp");
  const title = page.locator('a[href^="/events/"]').first();
  const opened = context.waitForEvent("page");
  await title.click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(tab.getByRole("link", { name: "Back to the events" })).toHaveAttribute(
    "href",
    "/events?severity=critical,high&source=hss-rasp",
  );
  await title.click();
  await page.getByRole("link", { name: "Back to the events" }).click();
  await expect(page).toHaveURL(/\/events\?severity=critical,high&source=hss-rasp$/);
});

test("what the cloud refuses to tell takes nothing away from what the index holds", async ({
  page,
  complaints,
}) => {
  const event = await firstEvent(page, { source: "waf-api-security" });
  await page.route("**/api/events/**", (route) => route.fulfill({ status: 503, body: "<html>" }));
  await page.goto(`/events/${event.id}`);
  await expect(page.locator("#live").getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.locator("#history").getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(event.title);
  await page.unroute("**/api/events/**");
  await page.locator("#live").getByRole("button", { name: "Try again" }).click();
  // "Cached" where another test has just read the same event.
  await expect(page.locator("#live")).toContainText(/(live|cached), read/);
  // The browser itself reports the refused answers.
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
});

test("hostile text is shown as text, runs nothing and links nowhere", async ({ page }) => {
  const { id } = await firstEvent(page, { source: "waf-api-security" });
  const hostile = hostileResponse();
  const json = { ...hostile, event: { ...hostile.event, id } };
  await page.route(`**/api/events/${id}`, (route) => route.fulfill({ json }));
  await page.route(`**/api/events/${id}/history`, (route) => route.fulfill({ json: hostileHistory() }));
  await page.goto(`/events/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>");
  await expect(page.locator("#history")).toContainText("<script>");
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await page.locator("article :is(script, img, iframe)").count()).toBe(0);
  const addresses = await page
    .locator("article a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.filter((address) => !/^(#[a-z-]+|\/events(\?.*)?)$/.test(address))).toEqual([]);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
});

test("an unknown event is a 404 that leads back", async ({ page, complaints }) => {
  const response = await page.goto("/events/no-such-event");
  expect(response?.status()).toBe(404);
  await expect(page.getByText("There is no such event")).toBeVisible();
  await page.getByRole("link", { name: "Go to the events" }).click();
  await expect(page).toHaveURL(/\/events(\?|$)/);
  expect(complaints.splice(0).every((text) => text.includes("404"))).toBe(true);
});
