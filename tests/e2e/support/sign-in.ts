import type { Page } from "@playwright/test";

/** Signs somebody in by hand, the administrator if nobody else is named, from whatever page they are sent from. */
export async function signIn(page: Page, password: string, path = "/", username = "admin"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
