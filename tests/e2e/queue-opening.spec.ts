import { eventListSchema } from "@/lib/api/event-list";
import { PRODUCT_ADDRESS } from "./environment";
import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

const OPEN_WORK = /\/events\?status=toBeConfirmed,confirmed&sort=-severity$/;

test.describe("the queue's bare address", () => {
  test("opens on open work, most urgent first, says what that hides, and shows it", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events");
    await expect(page).toHaveURL(OPEN_WORK);
    const ranks = async () =>
      (await queue.column("severity")).map((text) =>
        ["Critical", "High", "Medium", "Low", "Info"].indexOf(text),
      );
    const shown = await ranks();
    expect(shown[0]).toBe(0);
    expect(shown).toEqual(shown.toSorted());
    const hidden = async () => {
      const answer = await page.request.get("/api/events?status=actioned,ignored&limit=1");
      const { total } = eventListSchema.parse(await answer.json());
      return page.getByText(`${total.toLocaleString("en-US")} handled or ignored hidden`).isVisible();
    };
    await expect.poll(hidden).toBe(true);
    await page.getByRole("button", { name: "Show what the status hides" }).click();
    await expect(page).toHaveURL(/\/events\?sort=-severity$/);
    await page.goBack();
    await expect(page).toHaveURL(OPEN_WORK);
  });

  test("opens the person's own view, which stays away once its filters are cleared", async ({
    page: admin,
    browser,
  }) => {
    const { page } = await anotherPerson(admin, browser, "viewer");
    const view = { name: "Mine", query: "severity=low", isDefault: true };
    const headers = { origin: PRODUCT_ADDRESS };
    expect((await page.request.post("/api/views", { headers, data: view })).ok()).toBe(true);
    await page.goto("/events");
    await expect(page).toHaveURL(/\/events\?severity=low$/);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(page).toHaveURL(/\/events\?sort=-lastSeenAt$/);
    await page.reload();
    await expect(queueOn(page).rows.first()).toBeVisible();
    await expect(page).toHaveURL(/\/events\?sort=-lastSeenAt$/);
    await expect(queueOn(page).chips).toBeHidden();
    await page.context().close();
  });
});

test("a view's address shows the same rows to somebody else, and after a reload", async ({
  page,
  browser,
}) => {
  const rowsOn = async (which: typeof page) =>
    queueOn(which).titles.evaluateAll((links) => links.slice(0, 15).map((link) => link.getAttribute("href")));
  await page.goto("/events");
  await queueOn(page).facet("Severity").getByRole("checkbox", { name: "Critical" }).check();
  await queueOn(page).table.getByRole("button", { name: "Attacks" }).click();
  await expect(page).toHaveURL(/severity=critical&status=toBeConfirmed,confirmed&sort=-attackCount$/);
  await queueOn(page).rows.nth(2).locator("[data-column=outcome]").click();
  const panel = page.getByRole("complementary", { name: "Event", exact: true });
  const title = await panel.getByRole("heading", { level: 2 }).first().innerText();
  const mine = await rowsOn(page);
  expect(mine.length).toBeGreaterThan(5);

  const other = await anotherPerson(page, browser, "viewer");
  await other.page.goto(page.url());
  await page.reload();
  for (const which of [other.page, page]) {
    await expect.poll(() => rowsOn(which)).toEqual(mine);
    const beside = which.getByRole("complementary", { name: "Event", exact: true });
    await expect(beside.getByRole("heading", { level: 2 }).first()).toHaveText(title);
  }
  await other.page.context().close();
});

test("zone and table follow the person to another browser, in its first HTML already", async ({
  page: admin,
  browser,
}) => {
  const { page, username } = await anotherPerson(admin, browser, "viewer");
  await page.goto("/events");
  await page.getByRole("button", { name: `Account of ${username}` }).click();
  const stored = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("menuitemradio", { name: "Times in: Asia/Shanghai" }).click();
  await expect(page.getByText("Times in Asia/Shanghai (UTC+08:00)", { exact: true })).toBeVisible();
  expect((await stored).status()).toBe(200);

  const elsewhere = await browser.newContext({
    storageState: await page.context().storageState(),
    timezoneId: "America/New_York",
  });
  // The session alone, as after a sign-in there.
  await elsewhere.clearCookies({ name: /^watchfloor-/ });
  const html = await (await elsewhere.request.get(page.url())).text();
  expect(html).toContain("Asia/Shanghai (UTC+08:00)");
  await elsewhere.close();
  await page.context().close();
});

test("the first thing that is painted has the rows: no empty page comes before it", async ({ page }) => {
  await page.goto("/events");
  await expect(queueOn(page).rows.first()).toBeVisible();
  const painted = await page.evaluate(() =>
    performance.getEntriesByType("paint").map(({ name, startTime }) => [name, startTime] as const),
  );
  const times = new Map(painted);
  expect(times.get("first-contentful-paint")).toBeGreaterThan(0);
  expect(times.get("first-paint")).toBe(times.get("first-contentful-paint"));
});
