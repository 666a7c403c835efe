import { randomUUID } from "node:crypto";
import { holdRequests } from "./support/hold-requests";
import { intercept } from "./support/intercept";
import { anotherPerson, newPerson } from "./support/people";
import { refusal } from "./support/refusal";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { settings: en } = textsIn("en");

test("an account is created, its role changed and it is disabled, each after a question", async ({
  page,
}) => {
  const username = `person-${randomUUID().slice(0, 8)}`;
  await page.goto("/settings/people");
  const form = page.getByRole("form", { name: en.people.create });
  await form.getByLabel(en.people.username).fill("x y");
  await form.getByRole("button", { name: en.people.createAction }).click();
  await expect(form.getByLabel(en.people.username)).toHaveAccessibleDescription(/letter or digit/);

  await form.getByLabel(en.people.username).fill(username);
  await form.getByRole("button", { name: en.people.createAction }).click();
  await expect(page.getByText(`The password of ${username}`)).toBeVisible();
  await expect(page.getByRole("button", { name: en.once.copy })).toBeVisible();
  await page.getByRole("button", { name: en.once.done }).click();
  await expect(page.getByText(`The password of ${username}`)).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: username });
  await row.getByLabel(`Role of ${username}`).selectOption("analyst");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("It was viewer");
  await dialog.getByRole("button", { name: en.cancel }).click();
  await expect(row.getByLabel(`Role of ${username}`)).toHaveValue("viewer");
  await row.getByLabel(`Role of ${username}`).selectOption("analyst");
  await dialog.getByRole("button", { name: en.people.confirmRoleAction }).click();
  await expect(dialog).toBeHidden();
  await expect(row.getByLabel(`Role of ${username}`)).toHaveValue("analyst");

  await row.getByRole("button", { name: `Disable ${username}` }).click();
  await dialog.getByRole("button", { name: en.people.disable }).click();
  await expect(row).toContainText("disabled 20");
  await expect(row.getByRole("button", { name: `Enable ${username}` })).toBeVisible();
});

test("what the server refuses is said in its words, where the question was", async ({ page, complaints }) => {
  const reason =
    "admin is the last administrator who may sign in. Make somebody else one first; a local account counts once its given password is changed.";
  await page.route("**/api/people/*", (route) => route.fulfill(refusal("role", reason)));
  await page.goto("/settings/people");
  await page.getByLabel("Role of admin", { exact: true }).selectOption("viewer");
  await page.getByRole("dialog").getByRole("button", { name: en.people.confirmRoleAction }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(reason);
  expect(complaints.splice(0).every((text) => text.includes("409"))).toBe(true);
});

test("a form leads to the field that is wrong, and back to its button after another refusal", async ({
  page,
  complaints,
}) => {
  await page.goto("/settings/people");
  const form = page.getByRole("form", { name: en.people.create });
  const create = form.getByRole("button", { name: en.people.createAction });
  await create.click();
  await expect(form.getByLabel(en.people.username)).toBeFocused();

  await form.getByLabel(en.people.username).fill("somebody");
  await intercept(page, "**/api/people", (route) => route.fulfill(refusal("password", "is easily guessed")));
  await create.click();
  await expect(form.getByLabel(en.people.password, { exact: true })).toBeFocused();
  await intercept(page, "**/api/people", (route) => route.fulfill(refusal("other", "Not now.")));
  await create.click();
  await expect(form.getByRole("alert")).toContainText("Not now.");
  await expect(create).toBeFocused();
  expect(complaints.splice(0).every((text) => text.includes("409"))).toBe(true);
});

test("what is typed while an account is being created stays for the next one", async ({ page }) => {
  const username = `person-${randomUUID().slice(0, 8)}`;
  await page.goto("/settings/people");
  const form = page.getByRole("form", { name: en.people.create });
  const letGo = await holdRequests(page, "**/api/people");
  await form.getByLabel(en.people.username).fill(username);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await form.getByLabel(en.people.username).press("Enter");
  await sent;
  await form.getByLabel(en.people.username).fill("the-next-one");
  letGo();
  await expect(page.getByText(`The password of ${username}`)).toBeVisible();
  await expect(form.getByLabel(en.people.username)).toHaveValue("the-next-one");
});

test("a form that is being filled in outlives a reload, but no password does", async ({ page }) => {
  const username = `person-${randomUUID().slice(0, 8)}`;
  await page.goto("/settings/people");
  const form = page.getByRole("form", { name: en.people.create });
  const [name, role, password] = [en.people.username, en.people.role, en.people.password].map((label) =>
    form.getByLabel(label, { exact: true }),
  );
  await name?.fill(username);
  await role?.selectOption("analyst");
  await password?.fill("not-to-be-kept-2026!");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("not-to-be-kept");
  // Shown, it is no field for passwords any more.
  await form.locator('button[type="button"]').click();
  await expect(password ?? form).toHaveAttribute("type", "text");
  await password?.fill("not-to-be-kept-either-2026!");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("not-to-be-kept");
  await page.reload();
  await expect(name ?? form).toHaveValue(username);
  await expect(role ?? form).toHaveValue("analyst");
  await expect(password ?? form).toHaveValue("");

  await form.getByRole("button", { name: en.people.createAction }).click();
  await expect(page.getByText(`The password of ${username}`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: username })).toContainText("analyst");
  await expect(name ?? form).toHaveValue("");
  await expect(role ?? form).toHaveValue("viewer");
});

test("whoever has to choose a password is told beside the field what is wrong with it", async ({
  page,
  browser,
}) => {
  const { page: newcomer, password } = await newPerson(page, browser, "viewer");
  const field = (name: string) => newcomer.getByLabel(name, { exact: true });
  const submit = newcomer.getByRole("button", { name: "Change the password" });
  await newcomer.goto("/change-password");
  await field("Current password").fill("not the one at all");
  await field("New password").fill("quite another password");
  await field("New password again").fill("mistyped");
  await submit.click();
  await expect(field("New password again")).toBeFocused();
  await expect(field("New password again")).toHaveAccessibleDescription("The two do not match.");
  await field("New password again").fill("quite another password");
  await submit.click();
  await expect(field("Current password")).toHaveAccessibleDescription("This is not your current password.");
  await expect(field("Current password")).toBeFocused();
  await field("Current password").fill(password);
  await field("New password").fill("passwordpassword");
  await field("New password again").fill("passwordpassword");
  await submit.click();
  await expect(field("New password")).toHaveAccessibleDescription(/is easily guessed/);
  await expect(field("New password")).toBeFocused();
  await expect(newcomer.getByRole("main")).not.toContainText("newPassword");
  await newcomer.context().close();
});

test("a token is shown once, works, and stops working when it is revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  const name = `report ${randomUUID().slice(0, 8)}`;
  await page.goto("/settings/tokens");
  const form = page.getByRole("form", { name: en.tokens.create });
  await form.getByRole("button", { name: en.tokens.createAction }).click();
  await expect(form.getByLabel(en.tokens.name)).toHaveAccessibleDescription(/what the token is for/);
  await form.getByLabel(en.tokens.name).fill(name);
  await form.getByLabel(en.tokens.lifetime).selectOption("7");
  await form.getByRole("button", { name: en.tokens.createAction }).click();
  const secret = await page.locator("code").filter({ hasText: /^wf_/ }).innerText();

  const caller = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  expect((await caller.get("/api/session")).status()).toBe(200);
  await page.reload();
  await expect(page.getByText(secret)).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: en.tokens.revoke }).click();
  await expect(row).toContainText(en.tokens.states.revoked);
  expect((await caller.get("/api/session")).status()).toBe(401);
  await caller.dispose();
});

test("an administrator ends somebody's session, and that browser is out", async ({ page, browser }) => {
  const { page: mia, username } = await anotherPerson(page, browser, "viewer");
  await page.goto("/settings/sessions");
  await expect(page.getByRole("row").filter({ hasText: en.sessions.current })).toHaveCount(1);
  await page.getByRole("link", { name: en.owner.all }).click();
  const row = page.getByRole("row").filter({ hasText: username });
  await row.getByRole("button", { name: `End the session of ${username}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: en.sessions.end }).click();
  await expect(row).toHaveCount(0);
  await mia.goto("/settings/sessions");
  await expect(mia).toHaveURL(/\/sign-in\?/);
});

test("a viewer sees people and policy, is told why they are fixed, and keeps preferences of their own", async ({
  page,
  browser,
}) => {
  const { page: viewer, username } = await anotherPerson(page, browser, "viewer");
  await viewer.goto("/settings/people");
  await expect(viewer.getByText(en.adminOnly)).toBeVisible();
  await expect(viewer.getByRole("row").filter({ hasText: username })).toContainText("viewer");
  await expect(viewer.getByRole("button", { name: /Disable|Reset/ })).toHaveCount(0);
  await viewer.getByRole("link", { name: en.tabs.policy }).click();
  await expect(viewer.getByLabel(en.policy.requireNote)).toBeDisabled();

  await viewer.getByRole("link", { name: en.tabs.preferences }).click();
  await viewer.getByLabel(en.preferences.density).selectOption("compact");
  await expect(viewer.getByText(en.preferences.saved)).toBeVisible();
  await viewer.reload();
  await expect(viewer.getByLabel(en.preferences.density)).toHaveValue("compact");
});
