import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { personWithPasswordSchema } from "@/lib/api/people";
import type { Role } from "@/lib/api/role";
import { PRODUCT_ADDRESS } from "../environment";
import { signIn } from "./sign-in";

/**
 * A new person with a browser of their own, signed in.
 * @param admin a page of the administrator, who creates the account.
 */
export async function anotherPerson(
  admin: Page,
  browser: Browser,
  role: Role,
): Promise<{ page: Page; username: string }> {
  const username = `${role}-${randomUUID().slice(0, 8)}`;
  const headers = { origin: PRODUCT_ADDRESS };
  const created = await admin.request.post("/api/people", { headers, data: { username, role } });
  const { password } = personWithPasswordSchema.parse(await created.json());
  if (password === null) throw new Error("No password was generated.");
  const page = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage();
  await signIn(page, password, "/", username);
  // The account's own password is good for changing it and nothing else.
  await expect(page).toHaveURL(/change-password/);
  const data = { currentPassword: password, newPassword: randomUUID() };
  const changed = await page.request.post("/api/account/password", { headers, data });
  expect(changed.status()).toBe(200);
  return { page, username };
}
