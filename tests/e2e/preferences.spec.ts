import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { settings: en } = textsIn("en");

test("a choice that cannot be stored holds in this browser, and that is what is said of it", async ({
  page,
  complaints,
}) => {
  await page.route("**/api/preferences", (route) =>
    route.request().method() === "GET" ? route.continue() : route.abort(),
  );
  await page.goto("/settings/preferences");
  await page.getByLabel(en.preferences.density).selectOption("compact");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Your choice holds in this browser, but is not stored for you yet",
  );
  await page.reload();
  await expect(page.getByLabel(en.preferences.density)).toHaveValue("compact");
  await page.context().clearCookies();
  complaints.length = 0;
});
