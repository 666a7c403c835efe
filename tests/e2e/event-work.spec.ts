import type { Page } from "@playwright/test";
import { eventRowsSchema } from "@/lib/api/event-changes";
import { settingsResponseSchema } from "@/lib/api/settings";
import type { SecurityEvent } from "@/lib/events/event";
import { PRODUCT_ADDRESS } from "./environment";
import { workOn } from "./support/event-work-parts";
import { firstEvent } from "./support/events";
import { anotherPerson } from "./support/people";
import { violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

const headers = { origin: PRODUCT_ADDRESS };

/** An open event that no other test of this file takes: the `nth` of the quietest ones. */
async function quietEvent(page: Page, source: string, nth: number): Promise<SecurityEvent> {
  const query = new URLSearchParams({
    source,
    status: "toBeConfirmed",
    sort: "attackCount",
    limit: String(nth + 1),
  });
  const { items } = await (await page.request.get(`/api/events?${query}`)).json();
  return items.at(-1);
}

async function setStatus(page: Page, { id, version }: SecurityEvent, status: string): Promise<void> {
  const data = { events: [{ id, version }], status };
  const response = await page.request.post("/api/events/status", { headers, data });
  expect(response.status()).toBe(200);
}

test("a status is set with note and reason, stands in the history, and is taken back", async ({ page }) => {
  const event = await quietEvent(page, "hss-rasp", 2);
  await page.goto(`/events/${event.id}`);
  const { handling, status, history, dialog } = workOn(page);
  await handling.getByRole("button", { name: "With a note" }).click();
  await dialog.getByLabel("Status").selectOption("Ignored");
  await dialog.getByLabel("Reason").selectOption("False positive");
  await dialog.getByLabel("Note").fill("Our own scanner.");
  await dialog.getByRole("button", { name: "Set the status" }).click();
  await expect(status("Ignored")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("header dl").getByText("Ignored")).toBeVisible();
  const newest = history.getByRole("listitem").first();
  await expect(newest).toContainText("To confirm");
  await expect(newest).toContainText("Ignored");
  await expect(newest).toContainText("Our own scanner.");
  await expect(newest).toContainText("Reason: False positive");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(status("To confirm")).toHaveAttribute("aria-pressed", "true");
  await expect(history.getByRole("listitem").first()).toContainText("admin");
});

test("a status that the cloud keeps looks unverified until the cloud was seen to have it", async ({
  page,
}) => {
  const event = await quietEvent(page, "waf-api-security", 3);
  await page.goto(`/events/${event.id}`);
  const { handling, status } = workOn(page);
  await status("Confirmed").click();
  await expect(handling.getByText("Waiting to be written to the cloud")).toBeVisible();
  await expect(handling.getByText("Verified in the cloud")).toBeVisible({ timeout: 45_000 });
});

test("keys set the status and claim the event", async ({ page }) => {
  const event = await quietEvent(page, "cloud-firewall", 4);
  await page.goto(`/events/${event.id}`);
  const { handling, status } = workOn(page);
  await expect(status("To confirm")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("2");
  await expect(status("Confirmed")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("a");
  await expect(handling.locator("[data-assignee]")).toHaveText("admin (you)");
  await handling.getByRole("button", { name: "Unassign" }).click();
  await expect(handling.getByText("Nobody")).toBeVisible();
});

test("somebody else's change shows in place; one that was not seen is a conflict with a choice", async ({
  page,
  browser,
}) => {
  const event = await quietEvent(page, "cloud-firewall", 5);
  const other = await anotherPerson(page, browser, "analyst");
  await page.goto(`/events/${event.id}`);
  const { status } = workOn(page);
  await setStatus(other.page, event, "confirmed");
  await expect(status("Confirmed")).toHaveAttribute("aria-pressed", "true", { timeout: 5_000 });

  // From here on this page is told nothing.
  await page.route("**/api/events/rows?**", (route) => route.fulfill({ json: { items: [], missing: [] } }));
  const rows = await other.page.request.get(`/api/events/rows?ids=${event.id}`);
  const [now] = eventRowsSchema.parse(await rows.json()).items;
  await setStatus(other.page, now ?? event, "actioned");
  await expect(status("Confirmed")).toHaveAttribute("aria-pressed", "true");
  await status("Ignored").click();
  const conflict = page.getByRole("alert").filter({ hasText: "Somebody else changed 1 event first" });
  await expect(conflict).toContainText(`Was Confirmed; ${other.username} set it to Handled`);
  await expect(conflict).toContainText("You wanted Ignored");
  await conflict.getByRole("button", { name: "Apply mine" }).click();
  await expect(conflict).toBeHidden();
  await expect(status("Ignored")).toHaveAttribute("aria-pressed", "true");
  await other.page.goto(`/events/${event.id}`);
  await expect(workOn(other.page).status("Ignored")).toHaveAttribute("aria-pressed", "true");
  await other.page.context().close();
});

test("the installation's policy makes note and reason required", async ({ page }) => {
  const settings = settingsResponseSchema.parse(await (await page.request.get("/api/settings")).json());
  // Answered here, so that tests beside this one stay free of the policy.
  await page.route("**/api/settings", (route) =>
    route.fulfill({
      json: {
        ...settings,
        settings: { ...settings.settings, policy: { requireNote: "closing", requireReason: "closing" } },
      },
    }),
  );
  const event = await quietEvent(page, "hss-rasp", 6);
  const read = page.waitForResponse("**/api/settings");
  await page.goto(`/events/${event.id}`);
  await read;
  const { status, dialog } = workOn(page);
  await status("Handled").click();
  const set = dialog.getByRole("button", { name: "Set the status" });
  await expect(set).toBeDisabled();
  await dialog.getByLabel("Reason").selectOption("True positive");
  await dialog.getByLabel("Note").fill("Blocked at the edge.");
  await expect(set).toBeEnabled();
  await dialog.getByRole("button", { name: "Cancel" }).last().click();
  await expect(dialog).toBeHidden();
  await expect(status("To confirm")).toHaveAttribute("aria-pressed", "true");
});

test("notes are written, edited with their history, and stay text", async ({ page }) => {
  const event = await quietEvent(page, "waf-threat", 7);
  await page.goto(`/events/${event.id}`);
  const { notes } = workOn(page);
  const text = "Asked **the shop** <b>team</b>.";
  await notes.getByLabel("Write a note").fill(text);
  await notes.getByRole("button", { name: "Add the note" }).click();
  const note = notes.getByRole("listitem").last();
  await expect(note).toContainText(text);
  await note.getByRole("button", { name: "Edit" }).click();
  await note.getByLabel("Edit the note").fill("They answered.");
  await note.getByRole("button", { name: "Save" }).click();
  await expect(notes).toContainText("They answered.");
  await notes.getByText("1 earlier version").last().click();
  await expect(notes).toContainText(text);
  expect(await notes.locator("b").count()).toBe(0);
});

test("a step of the guidance is ticked for everybody, with the name", async ({ page }) => {
  const event = await quietEvent(page, "waf-threat", 8);
  await page.goto(`/events/${event.id}`);
  const step = workOn(page).guidance.getByRole("listitem").first();
  // Clicked, not "checked": the tick is the page's answer to the click, not the browser's.
  await step.getByRole("checkbox").click();
  await expect(step).toContainText("Done by admin");
  await page.reload();
  await expect(step.getByRole("checkbox")).toBeChecked();
  await step.getByRole("checkbox").click();
  await expect(step).not.toContainText("Done by");
});

test("the history tells the status as of a moment", async ({ page }) => {
  const event = await quietEvent(page, "cloud-firewall", 9);
  await page.goto(`/events/${event.id}`);
  const { status, history } = workOn(page);
  await status("Confirmed").click();
  await expect(history.getByRole("listitem")).toHaveCount(1);
  await history.getByLabel("Status as of").fill("2020-01-01T00:00");
  await expect(history).toContainText("It was To confirm, from the beginning.");
  await history.getByLabel("Status as of").fill("2099-01-01T00:00");
  await expect(history).toContainText(/It was Confirmed, since \d{4}-/);
});

test("masked secrets are revealed on demand, under the person's name", async ({ page }) => {
  const event = await firstEvent(page, { source: "hss-rasp" });
  await page.goto(`/events/${event.id}`);
  const raw = page.locator("#raw");
  await expect(raw).toContainText("secrets masked");
  await page.getByRole("button", { name: "Reveal" }).click();
  await expect(page.getByText("The record of activities names you")).toBeVisible();
  await expect(raw).toContainText("as it came");
  const query = `/api/activity?action=sample.revealed&subject=${event.id}`;
  const { items: entries } = await (await page.request.get(query)).json();
  expect(entries[0]).toMatchObject({ actor: { name: "admin" }, subject: event.id });
  await page.getByRole("button", { name: "Mask again" }).click();
  await expect(raw).toContainText("secrets masked");
});

test("a viewer sees everything, may change nothing, and reads why", async ({ page, browser }) => {
  const event = await quietEvent(page, "hss-rasp", 10);
  const viewer = await anotherPerson(page, browser, "viewer");
  await viewer.page.goto(`/events/${event.id}`);
  const { handling, status, notes, guidance } = workOn(viewer.page);
  await expect(status("Confirmed")).toBeDisabled();
  await expect(handling).toContainText("Your role, viewer, may not change a status");
  await expect(handling.getByRole("button", { name: "Assign to me" })).toBeDisabled();
  await expect(notes).toContainText("may not write notes");
  await expect(guidance.getByRole("checkbox").first()).toBeDisabled();
  await viewer.page.keyboard.press("2");
  await expect(status("To confirm")).toHaveAttribute("aria-pressed", "true");
  expect(await violations(viewer.page)).toEqual([]);
  await viewer.page.context().close();
});

test("beside the list, the same work changes the row", async ({ page }) => {
  await page.goto("/events?source=hss-rasp&status=toBeConfirmed&sort=attackCount");
  const row = page.locator("tbody [data-index='11']");
  await row.scrollIntoViewIfNeeded();
  await row.locator('[data-column="severity"]').click();
  const { status, handling } = workOn(page);
  await status("Confirmed").click();
  await expect(row.locator('[data-column="status"]')).toContainText("Confirmed");
  await handling.getByRole("button", { name: "Assign to me" }).click();
  await expect(handling.locator("[data-assignee]")).toHaveText("admin (you)");
});
