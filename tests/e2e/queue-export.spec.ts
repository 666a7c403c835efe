import { personListSchema } from "@/lib/api/people";
import { PRODUCT_ADDRESS } from "./environment";
import { anotherPerson } from "./support/people";
import { textsIn } from "./support/texts";
import { violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

const { "queue-tools": en } = textsIn("en");

test("what matches is saved as a file, under the name that the server gives it", async ({ page }) => {
  await page.goto("/events?severity=critical");
  await page.getByRole("button", { name: en.export.label }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: en.export.ndjson }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ndjson$/);
  await expect(page).toHaveURL(/\/events\?severity=critical$/);
});

test("an export that is refused leaves the queue where it is, and says why", async ({
  page,
  browser,
  complaints,
}) => {
  const { page: mia, username } = await anotherPerson(page, browser, "analyst");
  await mia.goto("/events?severity=critical");
  await mia.getByRole("button", { name: en.export.label }).click();
  const menu = mia.getByRole("menu");
  await mia.getByRole("menuitem", { name: en.export.manifest }).click();
  await expect(menu).toContainText("The export failed: ");
  expect(await violations(mia)).toEqual([]);

  const { items } = personListSchema.parse(await (await page.request.get("/api/people")).json());
  const found = items.find((person) => person.username === username);
  const headers = { origin: PRODUCT_ADDRESS };
  const data = { version: found?.version, role: "viewer" };
  const demoted = await page.request.patch(`/api/people/${found?.id}`, { headers, data });
  expect(demoted.status()).toBe(200);
  await mia.getByRole("menuitem", { name: en.export.csv }).click();
  await expect(menu).toContainText(en.export.viewer);
  await expect(mia).toHaveURL(/\/events\?severity=critical$/);
  expect(complaints).toEqual([]);
});
