import type { Page } from "@playwright/test";
import { SHORTCUT_IDS, shortcutOf } from "@/components/keyboard/shortcuts";
import { savedViewSchema } from "@/lib/api/saved-views";
import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const palette = (page: Page) => page.getByRole("dialog", { name: "Command palette" });
const choices = (page: Page) => palette(page).getByRole("option");

/** The page listens for keys once it has come to life. */
async function openOverview(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached();
}

async function openPalette(page: Page): Promise<void> {
  await openOverview(page);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(choices(page).first()).toBeVisible();
}

test.describe("the shortcuts", () => {
  test("lead from page to page", async ({ page }) => {
    await openOverview(page);
    for (const [key, path] of [
      ["e", /\/events\?/],
      ["s", /\/sources$/],
      ["o", /\/$/],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await expect(page).toHaveURL(path);
    }
  });

  test("are silent while somebody types", async ({ page }) => {
    await page.goto("/events?severity=high");
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("go?");
    // A new term, behind those that are there.
    await expect(page.getByRole("combobox", { name: "Search events" })).toHaveValue("severity:high go?");
    await expect(help(page)).toBeHidden();
    await expect(page).toHaveURL(/\/events/);
  });

  test("are silent while a dialog is open", async ({ page }) => {
    await openOverview(page);
    await page.keyboard.press("?");
    await expect(help(page)).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page)).toBeHidden();
    await expect(help(page)).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
  });

  test("copy a link to what is shown, and say so", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openOverview(page);
    await page.keyboard.press("y");
    await expect(page.getByText("Link copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test("without a modifier can be switched off, and stay off", async ({ page: admin, browser }) => {
    // Somebody of their own: the choice is stored for the person.
    const { page } = await anotherPerson(admin, browser, "viewer");
    await openOverview(page);
    await page.keyboard.press("?");
    await help(page).getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(help(page)).toBeHidden();
    await page.reload();
    await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached();
    await page.keyboard.press("?");
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    // A combination goes on working, so by now the keys before it have been dealt with.
    await page.keyboard.press("ControlOrMeta+/");
    await expect(help(page)).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
    await expect(help(page).getByRole("checkbox", { name: "Single-key shortcuts" })).not.toBeChecked();
    await page.context().close();
  });
});

test.describe("the help", () => {
  test("lists every shortcut that is there for everybody, and gives the focus back", async ({ page }) => {
    await openOverview(page);
    const button = page.getByRole("button", { name: "Keyboard shortcuts" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(help(page)).toBeVisible();
    const listed = await help(page)
      .locator("[data-shortcut]")
      .evaluateAll((found) => found.map((entry) => entry.getAttribute("data-shortcut")));
    const wanted = SHORTCUT_IDS.filter((id) => !shortcutOf(id).onlyWhenHandled);
    expect(listed).toEqual(expect.arrayContaining([...wanted]));
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
  });

  test("keeps the focus within", async ({ page }) => {
    await openOverview(page);
    await page.keyboard.press("?");
    await expect(help(page)).toBeVisible();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      await expect(help(page).locator(":focus")).toHaveCount(1);
    }
  });
});

test.describe("the palette", () => {
  test("goes to a page, by keyboard alone", async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type("sour");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/sources$/);
    await expect(palette(page)).toBeHidden();
  });

  test("tells a screen reader which choice the arrows have reached", async ({ page }) => {
    await openPalette(page);
    const input = palette(page).getByRole("combobox", { name: "Command palette" });
    await expect(input).toBeFocused();
    await page.keyboard.press("ArrowDown");
    const second = await choices(page).nth(1).getAttribute("id");
    await expect(input).toHaveAttribute("aria-activedescendant", second ?? "no second choice");
    await page.keyboard.type("dark");
    await expect(palette(page).getByRole("status")).toContainText("first: Theme: Dark");
  });

  test("adds a filter to those of the queue", async ({ page }) => {
    await page.goto("/events?source=waf-threat");
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(choices(page).first()).toBeVisible();
    await page.keyboard.type("only critical");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/source=waf-threat.*severity=critical/);
    await expect(queueOn(page).chips).toContainText("Critical");
  });

  test("searches the events for what was typed", async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type("<script>alert(1)</script>");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/events\?q=/);
    await expect(page.getByRole("combobox", { name: "Search events" })).toHaveValue(
      "<script>alert(1)</script>",
    );
  });

  test("changes the theme, and opens the help", async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type("theme dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await expect(palette(page)).toBeHidden();
    await openPalette(page);
    await page.keyboard.type("show the keyboard");
    await page.keyboard.press("Enter");
    await expect(help(page).getByRole("button", { name: "Close" })).toBeFocused();
  });

  test("leads to a saved view, whose name is text whatever it holds", async ({ page }) => {
    const name = `<b>late</b> shift ${Date.now()}`;
    const created = await page.request.post("/api/views", { data: { name, query: "severity=low" } });
    const { id } = savedViewSchema.parse(await created.json());
    await openPalette(page);
    await page.keyboard.type(name);
    await expect(choices(page).first()).toHaveText(name);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/events\?severity=low$/);
    await page.request.delete(`/api/views/${id}`);
  });

  test("tells views that could not be read from there being none", async ({ page, complaints }) => {
    await page.route("**/api/views", (route) => route.fulfill({ status: 503, body: "<html>" }));
    await openPalette(page);
    await expect(palette(page).getByText("The saved views could not be read")).toBeVisible();
    expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
  });

  test("is not part of what a page loads first", async ({ page }) => {
    const before: string[] = [];
    page.on("request", (request) => before.push(request.url()));
    await openOverview(page);
    await page.waitForLoadState("networkidle");
    const scripts = before.filter((url) => url.includes(".js")).length;
    await page.keyboard.press("ControlOrMeta+k");
    await expect(choices(page).first()).toBeVisible();
    expect(before.filter((url) => url.includes(".js")).length).toBeGreaterThan(scripts);
  });
});
