import { deferred } from "@/tests/support/deferred";
import { firstEvent } from "./support/events";
import { intercept } from "./support/intercept";
import { queueOn, untilStatusKeysWork } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("on a slow line", () => {
  test("all that match are selected where that was asked for, and not once they were let go of", async ({
    page,
  }) => {
    const queue = queueOn(page);
    const bar = page.getByRole("region", { name: "Selection" });
    await page.goto("/events?source=cloud-firewall&sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    let letGo = deferred<void>();
    await intercept(page, "**/api/events/selection", async (route) => {
      await letGo.promise;
      await route.continue();
    });
    const askForAll = async () => {
      letGo = deferred<void>();
      const asked = page.waitForRequest("**/api/events/selection");
      await bar.getByRole("button", { name: /Select all [\d,]+ that match/ }).click();
      await asked;
    };
    const answer = async () => {
      const answered = page.waitForResponse("**/api/events/selection");
      letGo.resolve();
      await (await answered).finished();
    };
    const pickOne = () => queue.rows.getByRole("checkbox").nth(1).click();
    await pickOne();
    await askForAll();
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect(queue.table).toHaveAttribute("aria-busy", "false");
    await expect(page).toHaveURL(/severity=high/);
    await answer();
    // What is picked here now is one event of this view: nothing else has come into it.
    await pickOne();
    await expect(bar).toContainText("1 event selected");
    await expect(bar.getByRole("button", { name: "Confirmed" })).toBeEnabled();

    await askForAll();
    await bar.getByRole("button", { name: "Clear the selection" }).click();
    await answer();
    await pickOne();
    await expect(bar).toContainText("1 event selected");
  });

  test("a status stays as it was set while the events are read again before the server has answered", async ({
    page,
    complaints,
  }) => {
    const queue = queueOn(page);
    const view = "source=waf-threat&status=toBeConfirmed&sort=-attackCount";
    await page.goto(`/events?${view}`);
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await untilStatusKeysWork(page);
    const href = await queue.titles.first().getAttribute("href");
    const row = queue.rows.filter({ has: page.locator(`a[href="${href}"]`) });
    const { promise: waited, resolve: letGo } = deferred<void>();
    await intercept(page, "**/api/events/status", async (route) => {
      await waited;
      await route.abort();
    });
    await page.keyboard.press("2");
    await expect(queue.cell(row, "status")).toHaveText("Confirmed");
    await page.getByRole("columnheader", { name: "Last seen" }).getByRole("button").first().click();
    await expect(page).not.toHaveURL(/sort=-attackCount/);
    const readAgain = page.waitForResponse(/\/api\/events\/rows\?/);
    await page.goBack();
    await expect(page).toHaveURL(/sort=-attackCount/);
    await (await readAgain).finished();
    await queue.cell(row, "outcome").click();
    const control = page.getByRole("group", { name: "Set the status" }).last();
    await expect(control.getByRole("button", { pressed: true })).toHaveText("Confirmed");
    await expect(queue.cell(row, "status")).toHaveText("Confirmed");
    letGo();
    await expect(queue.cell(row, "status")).toHaveText("To confirm");
    await expect(control.getByRole("button", { pressed: true })).toHaveText("To confirm");
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
  });

  test("who has left an event is not taken to the next one by a key pressed before", async ({ page }) => {
    const { id } = await firstEvent(page, { source: "cloud-firewall" });
    await page.goto(`/events/${id}`);
    await expect(page.getByRole("heading", { name: "Related events" })).toBeVisible();
    const { promise: left, resolve: letGo } = deferred<void>();
    await intercept(page, /\/neighbours/, async (route) => {
      await left;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/neighbours/);
    await page.keyboard.press("n");
    await asked;
    await page.keyboard.press("Escape");
    await expect(queueOn(page).rows.first()).toBeVisible();
    const opened: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.startsWith("/events/")) opened.push(request.url());
    });
    const answered = page.waitForResponse(/\/neighbours/);
    letGo();
    await (await answered).finished();
    // What follows from the answer has begun two frames later.
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await page.evaluate(drawn);
    expect(opened).toEqual([]);
    await expect(page).toHaveURL(/\/events\?/);
  });
});
