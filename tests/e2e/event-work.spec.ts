import { settingsResponseSchema } from "@/lib/api/settings";
import { deferred } from "@/tests/support/deferred";
import { workOn } from "./support/event-work-parts";
import { firstEvent, readEvent, setStatus } from "./support/events";
import { intercept } from "./support/intercept";
import { anotherPerson } from "./support/people";
import { quietEvent } from "./support/quiet-events";
import { violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

test("a status is set with note and reason, stands in the history, and is taken back", async ({ page }) => {
  const event = await quietEvent(page, "hss-rasp", 2);
  await page.goto(`/events/${event.id}`);
  const { handling, status, history, dialog } = workOn(page);
  const withNote = handling.getByRole("button", { name: "With a note" });
  await withNote.click();
  await dialog.getByLabel("Note").fill("Our own scanner.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await withNote.click();
  await expect(dialog.getByLabel("Note")).toHaveValue("Our own scanner.");
  await dialog.getByLabel("Status").selectOption("Ignored");
  await dialog.getByLabel("Reason").selectOption("False positive");
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
  await withNote.click();
  await expect(dialog.getByLabel("Note")).toHaveValue("");
});

test("an order that is half given is found again after a reload, and given up by leaving the page", async ({
  page,
}) => {
  const event = await quietEvent(page, "hss-rasp", 14);
  for (const path of [`/events/${event.id}`, `/events?event=${event.id}`]) {
    await page.goto(path);
    const { handling, dialog } = workOn(page);
    await handling.getByRole("button", { name: "With a note" }).click();
    await dialog.getByLabel("Status").selectOption("Ignored");
    await dialog.getByLabel("Reason").selectOption("False positive");
    await dialog.getByLabel("Note").fill("Our own scanner.");
    await page.reload();
    await expect(dialog.getByLabel("Status")).toHaveValue("ignored");
    await expect(dialog.getByLabel("Reason")).toHaveValue("false-positive");
    await expect(dialog.getByLabel("Note")).toHaveValue("Our own scanner.");
    await dialog.getByLabel("Note").fill("");
    await page.goBack();
    await page.goForward();
    await expect(handling.getByRole("button", { name: "With a note" })).toBeVisible();
    await expect(dialog).toBeHidden();
  }
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
  await expect(status("Confirmed")).toHaveAttribute("aria-pressed", "true");

  // From here on this page is told nothing.
  await intercept(page, "**/api/events/rows?**", (route) =>
    route.fulfill({ json: { items: [], missing: [] } }),
  );
  await setStatus(other.page, await readEvent(other.page, event.id), "actioned");
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

test("steps that are ticked quickly stay ticked until their own answers, and each failure is told", async ({
  page,
  complaints,
}) => {
  const event = await quietEvent(page, "waf-threat", 10);
  const answered = deferred<void>();
  let first = true;
  await page.route("**/api/events/*/checklist", async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    const fails = first;
    first = false;
    await answered.promise;
    return fails ? route.fulfill({ status: 503, body: "" }) : route.continue();
  });
  await page.goto(`/events/${event.id}`);
  const steps = workOn(page).guidance.getByRole("listitem");
  const box = (nth: number) => steps.nth(nth).getByRole("checkbox");
  await box(0).click();
  await box(1).click();
  await expect(box(1)).toBeChecked();
  await expect(box(0)).toBeChecked();
  answered.resolve();
  await expect(steps.nth(1)).toContainText("Done by admin");
  await expect(box(0)).not.toBeChecked();
  await expect(steps.nth(0).getByRole("alert")).toContainText("The step was not ticked");
  // Ticked again, the failure before it no longer matters.
  await box(0).click();
  await expect(steps.nth(0)).toContainText("Done by admin");
  await expect(steps.nth(0).getByRole("alert")).toHaveCount(0);
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
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

test("a status that is set while the history is still being read stands in it", async ({ page }) => {
  const event = await quietEvent(page, "hss-rasp", 16);
  const [read, released] = [deferred<void>(), deferred<void>()];
  await page.route(
    "**/api/events/*/history",
    async (route) => {
      const response = await route.fetch();
      read.resolve();
      await released.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.goto(`/events/${event.id}`);
  const { status, history } = workOn(page);
  await read.promise;
  await status("Ignored").click();
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
  released.resolve();
  await expect(history.getByRole("listitem").first()).toContainText("Ignored");
});
