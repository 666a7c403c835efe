import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("selected events", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
  });

  test("are picked by key, by range, and let go", async ({ page }) => {
    const bar = page.getByRole("region", { name: "Selection" });
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(bar).toContainText("1 event selected");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    await expect(bar).toContainText("3 events selected");
    await page.keyboard.press("x");
    await expect(bar).toContainText("2 events selected");
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
  });

  test("are picked by mouse, a range with Shift", async ({ page }) => {
    const boxes = queueOn(page).rows.getByRole("checkbox");
    await boxes.nth(1).click();
    await boxes.nth(4).click({ modifiers: ["Shift"] });
    await expect(page.getByRole("region", { name: "Selection" })).toContainText("4 events selected");
    await expect(boxes.nth(2)).toBeChecked();
    await expect(boxes.nth(5)).not.toBeChecked();
  });

  test("can be all that match: a frozen set with an exact count", async ({ page }) => {
    const queue = queueOn(page);
    const bar = page.getByRole("region", { name: "Selection" });
    await page.keyboard.press("Control+a");
    await bar.getByRole("button", { name: /Select all [\d,]+ that match/ }).click();
    await expect(bar).toContainText(/All [\d,]+ that matched at .* selected/);
    await queue.rows.getByRole("checkbox").first().click();
    await expect(bar).toContainText(/\d+ events selected/);
  });

  test("get a status by key, and their earlier one back", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall&status=toBeConfirmed&sort=attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    // What shows the selection also answers to the keys of the statuses.
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    await page.keyboard.press("4");
    await expect(page.getByText("1 event set to Ignored")).toBeVisible();
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("Ignored");
    await page.keyboard.press("Control+z");
    await expect(page.getByText("1 event has its earlier status again")).toBeVisible();
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("To confirm");
  });

  test("keep the status of somebody who was first, and say whose", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall&status=toBeConfirmed&sort=-attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.route("**/api/events/status", async (route) => {
      const request = route.request().postDataJSON();
      const [event] = request.events;
      await route.fulfill({
        json: {
          kind: "applied",
          changeId: "change-1",
          undoUntil: null,
          results: [
            {
              eventId: event.id,
              outcome: "conflict",
              version: event.version + 1,
              status: "actioned",
              statusOrigin: "local",
              writeState: null,
              message: null,
              conflict: {
                seen: "toBeConfirmed",
                mine: request.status,
                theirs: "actioned",
                by: { kind: "user", id: "u1", name: "mia" },
                at: "2026-03-01T08:00:00.000Z",
              },
            },
          ],
        },
      });
    });
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    await page.keyboard.press("4");
    const conflict = page.getByRole("alert").filter({ hasText: "Somebody else changed 1 event first" });
    await expect(conflict).toContainText("mia set it to Handled at 2026-03-01 08:00:00");
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("Handled");
    await conflict.getByRole("button", { name: "Keep" }).click();
    await expect(conflict).toBeHidden();
  });
});
