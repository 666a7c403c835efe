import { deferred } from "@/tests/support/deferred";
import { readEvent, setStatus } from "./support/events";
import { intercept } from "./support/intercept";
import { queueOn, untilStatusKeysWork } from "./support/queue";
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
    // What is in the set looks so, and no click on a row throws the set away.
    await expect(queue.rows.getByRole("checkbox", { checked: false })).toHaveCount(0);
    await queue.rows.getByRole("checkbox").nth(1).click();
    await expect(bar).toContainText("To pick single events, clear the selection first.");
    await expect(bar).toContainText(/All [\d,]+ that matched at .* selected/);
    await bar.getByRole("button", { name: "Clear the selection" }).click();
    await expect(queue.rows.getByRole("checkbox", { checked: true })).toHaveCount(0);
  });

  test("get a status by key, and their earlier one back", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall&status=toBeConfirmed&sort=attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    // What shows the selection also answers to the keys of the statuses.
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    // The chart is of the same events as the counts: it is read again with them.
    const drawn = page.waitForRequest(/\/api\/events\/timeline/);
    await page.keyboard.press("4");
    await expect(page.getByText("1 event set to Ignored")).toBeVisible();
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("Ignored");
    await drawn;
    await page.keyboard.press("Control+z");
    await expect(page.getByText("1 event has its earlier status again")).toBeVisible();
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("To confirm");
  });

  test("get their earlier status back one after the other, the last one first", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=waf-api-security&status=toBeConfirmed&sort=lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const status = (row: number) => queue.cell(queue.rows.nth(row), "status");
    await untilStatusKeysWork(page);
    for (const key of ["3", "j", "4"]) await page.keyboard.press(key);
    await expect(page.getByText("1 event set to Ignored")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(status(1)).toContainText("To confirm");
    await expect(status(0)).toContainText("Handled");
    await page.getByRole("button", { name: "Undo the one before" }).click();
    await expect(status(0)).toContainText("To confirm");
    await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  });

  test("are not lost where the keys are faster than the answers, one event after the other", async ({
    page,
  }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall&status=toBeConfirmed&sort=-attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const sent: { status: string; events: { id: string; version: number }[] }[] = [];
    const { promise: pressed, resolve: letGo } = deferred<void>();
    await intercept(page, "**/api/events/status", async (route) => {
      const request = route.request().postDataJSON();
      sent.push(request);
      await pressed;
      const [{ id, version }] = request.events;
      const result = { eventId: id, outcome: "changed", version: version + 1, status: request.status };
      const rest = { statusOrigin: "local", writeState: null, message: null, conflict: null };
      const results = [{ ...result, ...rest }];
      await route.fulfill({ json: { kind: "applied", changeId: id, undoUntil: null, results } });
    });
    await untilStatusKeysWork(page);
    for (const key of ["2", "j", "2", "3"]) await page.keyboard.press(key);
    await expect(queue.cell(queue.rows.nth(0), "status")).toContainText("Confirmed");
    await expect(queue.cell(queue.rows.nth(1), "status")).toContainText("Handled");
    letGo();
    await expect.poll(() => sent.map(({ status }) => status)).toEqual(["confirmed", "confirmed", "actioned"]);
    const [first, second, third] = sent.flatMap(({ events }) => events);
    expect(second?.id).not.toBe(first?.id);
    // Whoever sets a status twice has seen their own first one.
    expect(third).toEqual({ id: second?.id, version: (second?.version ?? 0) + 1 });
  });

  test("show their true status again when several changes of one fail", async ({ page, complaints }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=hss-rasp&status=toBeConfirmed&sort=-attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await untilStatusKeysWork(page);
    const { promise: pressed, resolve: letGo } = deferred<void>();
    await intercept(page, "**/api/events/status", async (route) => {
      await pressed;
      await route.abort();
    });
    for (const key of ["2", "3"]) await page.keyboard.press(key);
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("Handled");
    letGo();
    await expect(
      page.getByRole("alert").filter({ hasText: "2 changes of status were not made" }),
    ).toBeVisible();
    await expect(queue.cell(queue.rows.first(), "status")).toContainText("To confirm");
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
  });

  test("are told of when their change failed, whatever is done after it, and can be sent again", async ({
    page,
    complaints,
  }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=hss-rasp&status=toBeConfirmed&sort=attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await untilStatusKeysWork(page);
    const undone: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/events/status/undo")) undone.push(request.url());
    });
    let first = true;
    const { promise: pressed, resolve: letGo } = deferred<void>();
    await intercept(page, "**/api/events/status", async (route) => {
      const fails = first;
      first = false;
      await pressed;
      await (fails ? route.abort() : route.continue());
    });
    // The undo is meant for the first one, which fails: nothing else is taken back for it.
    for (const key of ["2", "Control+z", "j", "2"]) await page.keyboard.press(key);
    letGo();
    await expect(page.getByText("1 event set to Confirmed")).toBeVisible();
    const failed = page.getByRole("alert").filter({ hasText: "The status was not changed" });
    await expect(failed).toBeVisible();
    await expect(queue.cell(queue.rows.nth(0), "status")).toContainText("To confirm");
    await expect(queue.cell(queue.rows.nth(1), "status")).toContainText("Confirmed");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(failed).toBeHidden();
    await expect(queue.cell(queue.rows.nth(0), "status")).toContainText("Confirmed");
    expect(undone).toEqual([]);
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
    for (const _ of [1, 2]) await page.keyboard.press("Control+z");
    await expect(queue.cell(queue.rows.nth(0), "status")).toContainText("To confirm");
    await expect(queue.cell(queue.rows.nth(1), "status")).toContainText("To confirm");
  });

  test("are let go by a reload once they have left the view", async ({ page }) => {
    const view = "source=waf-threat&status=toBeConfirmed&sort=attackCount";
    await page.goto(`/events?${view}`);
    const queue = queueOn(page);
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const boxes = queue.rows.getByRole("checkbox");
    for (const row of [4, 5]) await boxes.nth(row).click();
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("2 events selected");
    const id = ((await queue.titles.nth(4).getAttribute("href")) ?? "").split("/").at(-1) ?? "";
    await setStatus(page, await readEvent(page, id), "ignored");
    await page.reload();
    await expect(bar).toContainText("1 event selected");
  });

  test("are not set by a key on rows of the view before", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    const changes: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/events/status"))
        changes.push(request.url());
    });
    const { promise: looked, resolve: goOn } = deferred<void>();
    await intercept(page, /\/api\/events\?/, async (route) => {
      await looked;
      await route.continue();
    });
    await page.getByRole("checkbox", { name: /^High/ }).first().click();
    await expect(queue.table).toHaveAttribute("aria-busy", "true");
    await page.keyboard.press("j");
    await page.keyboard.press("2");
    goOn();
    await expect(queue.table).toHaveAttribute("aria-busy", "false");
    expect(changes).toEqual([]);
  });

  test("keep the status of somebody who was first, and say whose", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?source=cloud-firewall&status=toBeConfirmed&sort=-attackCount");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await intercept(page, "**/api/events/status", async (route) => {
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
