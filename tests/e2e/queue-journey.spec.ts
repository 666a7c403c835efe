import type { Page } from "@playwright/test";
import { SHORTCUT_IDS, shortcutOf } from "@/components/keyboard/shortcuts";
import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What the help says that something on the page answers to. */
async function handledOn(page: Page): Promise<string[]> {
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  const ids = await help
    .locator("[data-handled=true]")
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute("data-shortcut") ?? ""));
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  return ids;
}

test("a round of triage is done by keyboard alone, and every key that the help names does something", async ({
  page: admin,
  browser,
}) => {
  test.slow();
  const { page } = await anotherPerson(admin, browser, "analyst");
  const queue = queueOn(page);
  const panel = page.getByRole("complementary", { name: "Event", exact: true });
  const selection = page.getByRole("region", { name: "Selection" });
  await page.goto("/");
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached();

  await test.step("open the queue and search", async () => {
    await press(page, "g", "e");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await press(page, "/");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await expect(bar).toBeFocused();
    await page.keyboard.type("source:hss-rasp");
    await press(page, "Escape", "Enter");
    await expect(page).toHaveURL(/source=hss-rasp/);
    await press(page, "Tab");
  });

  await test.step("filter by a facet", async () => {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await press(page, "f");
    await expect(queue.filters.locator(":focus")).toHaveCount(1);
    await press(page, "Tab", "Space");
    await expect(page).toHaveURL(/severity=critical/);
  });

  await test.step("change the time, zoom out, and go back", async () => {
    await press(page, "t");
    const times = page.getByRole("dialog", { name: "Time range" });
    await expect(times.getByRole("button", { name: "Last hour" })).toBeFocused();
    await press(page, "Tab", "Tab", "Tab", "Enter");
    await expect(page).toHaveURL(/from=-30d/);
    await expect(queue.rows.nth(3)).toBeVisible();
    await press(page, "z");
    await expect(page).toHaveURL(/from=20\d\d-/);
    await press(page, "Shift+Z");
    await expect(page).toHaveURL(/from=-30d/);
    await expect(queue.timeline.getByRole("group")).toBeVisible();
  });

  await test.step("walk the rows, open one beside them, go on, close", async () => {
    const title = (index: number) => queue.titles.nth(index).innerText();
    await press(page, "j", "j", "k", "v");
    await expect(panel.getByRole("heading", { level: 2 }).first()).toContainText(await title(0));
    await press(page, "n");
    await expect(panel.getByRole("heading", { level: 2 }).first()).toContainText(await title(1));
    await press(page, "p", "Escape");
    await expect(panel).toBeHidden();
  });

  await test.step("select a range and set its status, then take it back", async () => {
    await queue.titles.first().focus();
    await press(page, "x", "j", "j", "Shift+X");
    await expect(selection).toContainText("3 events selected");
    await press(page, "4");
    await expect(page.getByText("3 events set to Ignored")).toBeVisible();
    await expect(queue.cell(queue.rows.nth(1), "status")).toContainText("Ignored");
    // Nobody is told of what they did themselves.
    await expect(queue.table.locator("[data-changed]")).toHaveCount(0);
    await press(page, "v");
    await expect(panel.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect((await handledOn(page)).toSorted()).toEqual(SHORTCUT_IDS.toSorted());
    await press(page, "Control+z");
    await expect(page.getByText(/3 events have their earlier status again/)).toBeVisible();
    await press(page, "Escape");
  });

  await test.step("use the palette", async () => {
    await press(page, "Control+k");
    await expect(
      page.getByRole("dialog", { name: "Command palette" }).getByRole("option").first(),
    ).toBeVisible();
    await page.keyboard.type("what got through");
    await press(page, "Enter");
    await expect(page).toHaveURL(/outcome=not-blocked(,|%2C)partly-blocked/);
  });

  await test.step("open an event's page, go on to its neighbour, and back to the queue", async () => {
    await expect(queue.table).toHaveAttribute("aria-busy", "false");
    await expect(queue.rows.nth(1)).toBeVisible();
    const links = await queue.titles.evaluateAll((titles) =>
      titles.map((title) => title.getAttribute("href")),
    );
    await press(page, "j", "o");
    await expect(page).toHaveURL(/\/events\/[^?]+$/);
    const opened = links.indexOf(new URL(page.url()).pathname);
    expect(opened).not.toBe(-1);
    await expect(page.getByRole("region", { name: "What to do" })).toBeVisible();
    const expected = SHORTCUT_IDS.filter((id) => shortcutOf(id).scope === "event");
    expect(await handledOn(page)).toEqual(expect.arrayContaining(expected));
    await press(page, "n");
    await expect(page).toHaveURL(new RegExp(`${links[opened + 1]}$`));
    await press(page, "Escape");
    await expect(page).toHaveURL(/outcome=not-blocked(,|%2C)partly-blocked/);
  });
  await page.context().close();
});
