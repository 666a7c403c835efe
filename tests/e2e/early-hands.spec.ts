import type { Page } from "@playwright/test";
import { settingsResponseSchema } from "@/lib/api/settings";
import { deferred } from "@/tests/support/deferred";
import { holdRequests } from "./support/hold-requests";
import { intercept } from "./support/intercept";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

/** Opens a page whose scripts are still on their way while `act` runs, and lets them arrive after it. */
async function beforeScripts(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  const letScriptsCome = await holdRequests(page, "**/_next/static/**/*.js*");
  await page.goto(path, { waitUntil: "commit" });
  await act();
  letScriptsCome();
}

test.describe("what hands do before the scripts have come counts", () => {
  test("values ticked in the sidebar narrow the list", async ({ page }) => {
    const queue = queueOn(page);
    const box = (value: string) => queue.facet("Severity").getByRole("checkbox", { name: value });
    await beforeScripts(page, "/events", async () => {
      await box("Critical").click();
      await box("High").click();
    });
    await expect(page).toHaveURL(/\?severity=critical,high&status=toBeConfirmed,confirmed&sort=-severity$/);
    for (const value of ["Critical", "High"]) await expect(box(value)).toBeChecked();
    await expect(box("Low")).not.toBeChecked();
  });

  test("rows ticked are selected", async ({ page }) => {
    const { rows } = queueOn(page);
    await beforeScripts(page, "/events", async () => {
      for (const index of [1, 3]) await rows.nth(index).getByRole("checkbox").click();
    });
    await expect(page.getByRole("region", { name: "Selection" })).toContainText("2 events selected");
    for (const index of [1, 3]) await expect(rows.nth(index).getByRole("checkbox")).toBeChecked();
  });

  test("a query goes on where typing began", async ({ page }) => {
    const search = page.getByRole("combobox", { name: "Search events" });
    await beforeScripts(page, "/events?sort=-lastSeenAt", async () => {
      await search.click();
      await page.keyboard.type("severity:lo");
    });
    await expect(page.getByRole("option").first()).toBeVisible();
    await expect(search).toHaveValue("severity:lo");
    await page.keyboard.type("w");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&]severity=low(&|$)/);
  });

  test("choices above the activity narrow it", async ({ page }) => {
    const status = page.getByLabel("Status to", { exact: true });
    await beforeScripts(page, "/activity", async () => {
      await status.selectOption({ label: "Ignored" });
      await page.getByLabel("Time", { exact: true }).selectOption({ label: "Last 24 hours" });
    });
    await expect(page).toHaveURL(/\/activity\?statusTo=ignored&from=-24h$/);
    await expect(status).toHaveValue("ignored");
  });

  test("preferences hold", async ({ page, complaints }) => {
    // The same person reads with these preferences elsewhere.
    await page.route("**/api/preferences", (route) => route.abort());
    const density = page.getByLabel("Row height of the queue");
    const keys = page.getByRole("checkbox", { name: "Single-key shortcuts" });
    await beforeScripts(page, "/settings/preferences", async () => {
      await density.selectOption({ label: "Compact" });
      await keys.click();
    });
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await expect(density).toHaveValue("compact");
    await expect(keys).not.toBeChecked();
    expect(complaints.splice(0).every((text) => text.includes("ERR_FAILED"))).toBe(true);
  });

  test("a role that is chosen for somebody is asked about", async ({ page }) => {
    await beforeScripts(page, "/settings/people", async () => {
      await page.getByLabel("Role of admin", { exact: true }).selectOption("viewer");
    });
    await expect(page.getByRole("dialog")).toContainText("It was admin");
  });
});

test.describe("what is typed before what is asked for is there", () => {
  const PALETTE = "ControlOrMeta+k";
  const palette = (page: Page) => page.getByRole("dialog", { name: "Command palette" });

  /**
   * A queue in which something has been asked for by a key and is still on its way, with the focus on a row that every
   * verdict would change. @returns lets it come, or fail.
   */
  async function askFor(
    page: Page,
    key: string,
    known: Promise<unknown> = Promise.resolve(),
  ): Promise<(outcome: "comes" | "fails") => void> {
    await page.goto("/events");
    await known;
    const queue = queueOn(page);
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("j");
    await expect(queue.rows.first().locator(":focus")).toHaveCount(1);
    const { promise: outcome, resolve: decide } = deferred<"comes" | "fails">();
    await intercept(page, "**/_next/static/**/*.js*", async (route) =>
      (await outcome) === "comes" ? route.continue() : route.abort(),
    );
    await page.keyboard.press(key);
    return decide;
  }

  /** What a page asks the server to change; nothing of what is typed may. */
  function changesOf(page: Page): string[] {
    const changes: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" && request.url().includes("/api/events")) changes.push(request.url());
    });
    return changes;
  }

  test("reaches the palette, is carried out by Enter, and is no verdict on the row behind", async ({
    page,
  }) => {
    const changes = changesOf(page);
    const decide = await askFor(page, PALETTE);
    await page.keyboard.type("hi");
    for (const _ of "hi") await page.keyboard.press("Backspace");
    await page.keyboard.type("sources");
    await page.keyboard.press("Enter");
    decide("comes");
    await expect(page).toHaveURL(/\/sources$/);
    await expect(palette(page)).toBeHidden();
    expect(changes).toEqual([]);
  });

  test("stands in the palette to be gone on with", async ({ page }) => {
    const decide = await askFor(page, PALETTE);
    await page.keyboard.type("sou");
    decide("comes");
    const field = palette(page).getByRole("combobox");
    await expect(field).toHaveValue("sou");
    await page.keyboard.type("rces");
    await expect(field).toHaveValue("sources");
  });

  test("is the note that the policy wants, and no other verdict", async ({ page }) => {
    const changes = changesOf(page);
    await page.route("**/api/settings", async (route) => {
      const answer = await route.fetch();
      const { settings, ...rest } = settingsResponseSchema.parse(await answer.json());
      const policy = { ...settings.policy, requireNote: "always" };
      await route.fulfill({ response: answer, json: { ...rest, settings: { ...settings, policy } } });
    });
    const decide = await askFor(page, "i", page.waitForResponse("**/api/settings"));
    await page.keyboard.type("check by hand");
    decide("comes");
    const form = page.getByRole("dialog");
    await expect(form.getByRole("textbox", { name: "Note" })).toHaveValue("check by hand");
    await expect(form.getByRole("combobox").first()).toHaveValue("ignored");
    expect(changes).toEqual([]);
  });

  test("is given up by Escape, and the keys belong to the page again", async ({ page }) => {
    const { rows } = queueOn(page);
    const decide = await askFor(page, PALETTE);
    await page.keyboard.type("sou");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await expect(rows.nth(1).locator(":focus")).toHaveCount(1);
    decide("comes");
    await page.keyboard.press(PALETTE);
    await expect(palette(page).getByRole("combobox")).toHaveValue("");
  });

  test("belongs to the page again when there is no palette to be had", async ({ page, complaints }) => {
    const { rows } = queueOn(page);
    const decide = await askFor(page, PALETTE);
    await page.keyboard.type("sou");
    decide("fails");
    await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
    await page.keyboard.press(PALETTE);
    await page.keyboard.press("j");
    await expect(rows.nth(1).locator(":focus")).toHaveCount(1);
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
  });
});

test("values ticked faster than the list can follow are all in", async ({ page }) => {
  const queue = queueOn(page);
  await page.goto("/events?sort=-lastSeenAt");
  await expect(queue.timeline.getByRole("group")).toBeVisible();
  await queue.facet("Severity").evaluate((facet) => {
    for (const box of [...facet.querySelectorAll("input")].slice(0, 3)) box.click();
  });
  await expect(page).toHaveURL(/\?severity=critical,high,medium(&|$)/);
});
