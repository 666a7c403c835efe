import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ACTIVITY_PAGE_LENGTH, activityVerificationSchema } from "@/lib/api/activity";
import { PRODUCT_ADDRESS } from "./environment";
import { firstEvent } from "./support/events";
import { intercept } from "./support/intercept";
import { anotherPerson } from "./support/people";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { activity: en } = textsIn("en");

const entriesOn = (page: Page) =>
  page.getByRole("table", { name: en.table.label }).locator("tbody").getByRole("row");

test("the first entries stand in the HTML that the server sends", async ({ page }) => {
  const html = await (await page.request.get("/activity?action=session.started")).text();
  expect(html).toContain("<tbody");
  expect(html).toContain(en.action.session.started);
});

test("words that nothing is called are left out and named, instead of finding nothing", async ({ page }) => {
  await page.goto("/activity?action=bogus&source=hss-rasp&from=yesterday");
  const dropped = page.getByRole("status").filter({ hasText: "Parts of this link were left out" });
  await expect(dropped).toContainText("action: This is nothing that is recorded.");
  await expect(dropped).toContainText('from: "yesterday" is not a time');
  await dropped.getByRole("button", { name: "Dismiss" }).click();
  await expect(page).toHaveURL(/\/activity\?source=hss-rasp$/);
  await expect(dropped).toBeHidden();
});

test("a change of status is shown with who, from, to and why, and leads to its event", async ({
  page,
  browser,
}) => {
  const { page: mia, username } = await anotherPerson(page, browser, "analyst");
  const event = await firstEvent(page, { source: "hss-rasp", status: "toBeConfirmed", sort: "lastSeenAt" });
  const changed = await mia.request.post("/api/events/status", {
    headers: { origin: PRODUCT_ADDRESS },
    data: {
      events: [{ id: event.id, version: event.version }],
      status: "confirmed",
      note: "Seen at the gate",
    },
  });
  expect(changed.ok()).toBe(true);

  await page.goto("/activity");
  // Until the page has come to life, the server's field may stand beside its own.
  await expect(page.getByLabel(en.filter.person)).toHaveCount(1);
  await page.getByLabel(en.filter.person).fill(username);
  await page.getByLabel(en.filter.person).press("Enter");
  await page.getByLabel(en.filter.action).selectOption(en.action.status.changed);
  await page.getByLabel(en.filter.statusTo).selectOption("Confirmed");
  await expect(page).toHaveURL(new RegExp(`person=${username}.*action=status.changed.*statusTo=confirmed`));
  const entry = entriesOn(page);
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(username);
  await expect(entry).toContainText(/To confirm.*→.*Confirmed/);
  await expect(entry).toContainText("Seen at the gate");

  await page.reload();
  await expect(entry).toHaveCount(1);
  await expect(page.getByLabel(en.filter.statusTo)).toHaveValue("confirmed");
  await entry.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/events/${event.id}$`));
});

test("the two times follow the zone that is chosen, and mean the same range when they are applied", async ({
  page: admin,
  browser,
}) => {
  // Somebody of their own: the zone is stored for the person.
  const { page, username } = await anotherPerson(admin, browser, "viewer");
  await page.goto("/activity?from=2026-01-01T00:00:00.000Z&to=2026-01-02T00:00:00.000Z");
  const times = page.getByRole("search", { name: en.filter.label }).locator('[type="datetime-local"]');
  const choose = async (zone: string) => {
    await page.getByRole("button", { name: `Account of ${username}` }).click();
    await page.getByRole("menuitemradio", { name: `Times in: ${zone}` }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
  };
  await choose("UTC");
  await expect(times.first()).toHaveValue("2026-01-01T00:00");
  await choose("Asia/Shanghai");
  await expect(times.first()).toHaveValue("2026-01-01T08:00");
  await expect(times.last()).toHaveValue("2026-01-02T08:00");
  await page.getByRole("button", { name: en.filter.apply, exact: true }).click();
  // A later choice shows that the one before has been dealt with.
  await page.getByLabel(en.filter.statusTo).selectOption("Confirmed");
  await expect(page).toHaveURL(/statusTo=confirmed/);
  const address = new URL(page.url()).searchParams;
  expect(address.get("from")).toBe("2026-01-01T00:00:00.000Z");
  expect(address.get("to")).toBe("2026-01-02T00:00:00.000Z");
  await page.context().close();
});

test("earlier entries follow on demand, and stay when the next ones cannot be read", async ({
  page,
  browser,
  complaints,
}) => {
  const { page: mia, username } = await anotherPerson(page, browser, "analyst");
  for (let count = 0; count <= ACTIVITY_PAGE_LENGTH; count += 1) {
    expect((await mia.request.get("/api/activity/export?person=nobody")).ok()).toBe(true);
  }
  await page.goto(`/activity?person=${username}`);
  await expect(entriesOn(page)).toHaveCount(ACTIVITY_PAGE_LENGTH);
  await intercept(page, "**/api/activity?*", (route) => route.fulfill({ status: 503, body: "<html>" }));
  await page.getByRole("button", { name: en.more }).click();
  await expect(page.getByText("those above stay")).toBeVisible();
  await expect(entriesOn(page)).toHaveCount(ACTIVITY_PAGE_LENGTH);
  await page.unroute("**/api/activity?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(en.end)).toBeVisible();
  expect(await entriesOn(page).count()).toBeGreaterThan(ACTIVITY_PAGE_LENGTH);
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
});

test("a filter that nothing matches says so and can be cleared", async ({ page }) => {
  await page.goto("/activity?person=nobody-of-this-name");
  await expect(page.getByText(en.noMatch.title)).toBeVisible();
  await page.getByRole("link", { name: en.noMatch.clear }).click();
  await expect(entriesOn(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\/activity$/);
});

test("the record is proved on demand, and the first broken entry is named", async ({ page }) => {
  await page.goto("/activity");
  await page.getByRole("button", { name: en.check.button }).click();
  await expect(page.getByText(/The record is whole: [\d,]+ entr/)).toBeVisible();

  const broken = activityVerificationSchema.parse({
    intact: false,
    entries: 41,
    checkedAt: "2026-03-01T12:00:00.000Z",
    broken: { id: 42, at: "2026-02-01T08:00:00.000Z", reason: "Its content does not match its hash." },
  });
  await intercept(page, "**/api/activity/verification", (route) => route.fulfill({ json: broken }));
  await page.getByRole("button", { name: en.check.button }).click();
  await expect(page.getByRole("alert").filter({ hasText: "broken at entry 42" })).toContainText(
    "does not match its hash",
  );
});

test("what is filtered can be taken along; what stands against it is told on the page", async ({
  page,
  browser,
  complaints,
}) => {
  await page.goto("/activity?action=session.started");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en.export.csv }).click();
  expect((await download).suggestedFilename()).toBe("activity.csv");
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\n").slice(1);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !line.includes("session.started"))).toEqual([]);

  await intercept(page, "**/api/activity/export?*", (route) =>
    route.fulfill({ status: 503, body: "<html>" }),
  );
  await page.getByRole("button", { name: en.export.ndjson }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("HTTP 503");
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);

  const { page: viewer } = await anotherPerson(page, browser, "viewer");
  await viewer.goto("/activity");
  await expect(viewer.getByRole("button", { name: en.export.csv })).toBeDisabled();
  await expect(viewer.getByRole("group", { name: en.export.label })).toHaveAccessibleDescription(
    en.export.viewer,
  );
});
