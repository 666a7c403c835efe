import { savedViewListSchema, savedViewSchema } from "@/lib/api/saved-views";
import { PRODUCT_ADDRESS } from "./environment";
import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

test.describe("saved views", () => {
  const NAME = "Critical without the ignored ones";

  test.afterEach(async ({ page }) => {
    const { items } = savedViewListSchema.parse(await (await page.request.get("/api/views")).json());
    for (const { id, name } of items) {
      if (name.startsWith(NAME)) await page.request.delete(`/api/views/${id}`);
    }
  });

  test("are saved, opened, renamed and deleted", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?severity=critical&status=-ignored");
    await page.getByRole("button", { name: "Views" }).click();
    // Named after its button, which takes the name of the view that is shown.
    const menu = page.getByRole("dialog");
    await menu.getByRole("textbox", { name: "Save what is shown" }).fill(NAME);
    await menu.getByRole("button", { name: "Save", exact: true }).click();
    await expect(menu.getByRole("button", { name: NAME, exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByRole("button", { name: "Views" }).click();
    await menu.getByRole("button", { name: NAME, exact: true }).click();
    await expect(page).toHaveURL(/severity=critical&status=-ignored/);
    await expect(queue.chips).toContainText("Critical");

    await page.getByRole("button", { name: NAME }).click();
    await menu.getByRole("button", { name: `Edit ${NAME}` }).click();
    await menu.getByRole("textbox", { name: "Name" }).first().fill(`${NAME}, renamed`);
    await menu.getByRole("button", { name: "Rename" }).click();
    await expect(menu.getByRole("button", { name: `${NAME}, renamed`, exact: true })).toBeVisible();
    await menu.getByRole("button", { name: "Delete" }).click();
    await expect(menu.getByRole("button", { name: `${NAME}, renamed`, exact: true })).toBeHidden();
  });
});

test("a view with the longest name stays within the screen, also of a phone", async ({ page }) => {
  const name = "长".repeat(80);
  const headers = { origin: PRODUCT_ADDRESS };
  const data = { name, query: "severity=low", shared: true };
  const created = await page.request.post("/api/views", { headers, data });
  expect(created.status()).toBe(200);
  await page.goto("/events?severity=critical");
  const menu = page.getByRole("dialog");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.getByRole("button", { name: "Views" }).click();
    await expect(menu.getByRole("button", { name: `Edit ${name}` })).toBeInViewport({ ratio: 1 });
    expect((await menu.boundingBox())?.width).toBeLessThanOrEqual(340);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }
  const { id } = savedViewSchema.parse(await created.json());
  await page.request.delete(`/api/views/${id}`, { headers });
});

test("a view keeps the name that was typed where saving fails", async ({ page, complaints }) => {
  // Not a name of the test above, which runs beside this one and removes its own.
  const NAME = "Saved at the second try";
  await page.route("**/api/views", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 503, body: "" }) : route.continue(),
  );
  await page.goto("/events?severity=critical");
  await page.getByRole("button", { name: "Views" }).click();
  const menu = page.getByRole("dialog");
  const name = menu.getByRole("textbox", { name: "Save what is shown" });
  const save = menu.getByRole("button", { name: "Save", exact: true });
  await name.fill(NAME);
  await save.click();
  await expect(menu.getByRole("alert")).toBeVisible();
  await expect(name).toHaveValue(NAME);
  await page.unroute("**/api/views");
  await save.click();
  await expect(menu.getByRole("button", { name: NAME, exact: true })).toBeVisible();
  await expect(name).toHaveValue("");
  const { items } = savedViewListSchema.parse(await (await page.request.get("/api/views")).json());
  for (const { id } of items.filter((view) => view.name === NAME))
    await page.request.delete(`/api/views/${id}`);
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
});

test.describe("columns", () => {
  test("are hidden, ordered and made compact, and stay so after a reload", async ({
    page: admin,
    browser,
  }) => {
    // Somebody of their own: the administrator's columns are those of every other test.
    const { page } = await anotherPerson(admin, browser, "viewer");
    const queue = queueOn(page);
    await page.goto("/events");
    await page.getByRole("button", { name: "Columns and row height" }).click();
    const menu = page.getByRole("dialog", { name: "Columns and row height" });
    await menu.getByRole("checkbox", { name: "Source" }).uncheck();
    await menu.getByRole("button", { name: "Attacks: earlier" }).click();
    const saved = page.waitForResponse((response) => response.request().method() === "PUT");
    await menu.getByText("Compact").click();
    expect((await saved).status()).toBe(200);
    const headings = () => queue.table.getByRole("columnheader").allInnerTexts();
    const arranged = await headings();
    expect(arranged).not.toContain("Source");
    expect(arranged.indexOf("Attacks")).toBeLessThan(arranged.indexOf("Target"));

    await page.reload();
    await expect.poll(headings).toEqual(arranged);
    expect((await queue.rows.first().boundingBox())?.height).toBe(26);

    await page.getByRole("button", { name: "Columns and row height" }).click();
    const reset = page.waitForResponse((response) => response.request().method() === "PUT");
    await menu.getByRole("button", { name: "Reset" }).click();
    await reset;
    await expect(queue.table.getByRole("columnheader", { name: "Source" })).toBeVisible();
    await page.context().close();
  });
});
