import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { "sign-in": en } = textsIn("en");

test.use({ storageState: { cookies: [], origins: [] } });

test("while the server cannot be reached, signing in says so and keeps what was typed", async ({
  page,
  complaints,
}) => {
  await page.goto("/sign-in");
  await page.route("**/api/auth/**", (route) => route.abort());
  await page.getByLabel(en.username).fill("mia");
  await page.getByLabel(en.password, { exact: true }).fill("a password of hers");
  await page.getByRole("button", { name: en.submit, exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(en.error.unreachable);
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByLabel(en.username)).toHaveValue("mia");
  await expect(page.getByLabel(en.password, { exact: true })).toBeFocused();
  complaints.length = 0;
});
