import type { Page } from "@playwright/test";

/** Signs the administrator in by hand, from whatever page the browser is sent from. */
export async function signIn(page: Page, password: string, path = "/"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Username").fill("admin");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
