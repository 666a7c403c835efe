import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { personWithPasswordSchema } from "@/lib/api/people";
import type { Role } from "@/lib/api/role";
import { PRODUCT_ADDRESS } from "../environment";

type Newcomer = { readonly page: Page; readonly username: string; readonly password: string };

/**
 * A new person with a browser of their own, signed in, who has to change the password first. The page is empty:
 * signing in by the form has a test of its own, and takes two pages more.
 * @param admin a page of the administrator, who creates the account.
 * @param address the product's, where it is not the one that all tests share.
 */
export async function newPerson(
  admin: Page,
  browser: Browser,
  role: Role,
  address = PRODUCT_ADDRESS,
): Promise<Newcomer> {
  const username = `${role}-${randomUUID().slice(0, 8)}`;
  const headers = { origin: address };
  const created = await admin.request.post("/api/people", { headers, data: { username, role } });
  const { password } = personWithPasswordSchema.parse(await created.json());
  if (password === null) throw new Error("No password was generated.");
  const storageState = { cookies: [], origins: [] };
  const page = await (await browser.newContext({ baseURL: address, storageState })).newPage();
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, username, password, json: "true" };
  const answer = await page.request.post("/api/auth/callback/credentials", { headers, form });
  expect(answer.status()).toBe(200);
  return { page, username, password };
}

/** The same person with a password of their own: nothing stands in the way. */
export async function anotherPerson(admin: Page, browser: Browser, role: Role, address = PRODUCT_ADDRESS) {
  const { page, username, password } = await newPerson(admin, browser, role, address);
  const headers = { origin: address };
  const data = { currentPassword: password, newPassword: randomUUID() };
  const changed = await page.request.post("/api/account/password", { headers, data });
  expect(changed.status()).toBe(200);
  return { page, username };
}
