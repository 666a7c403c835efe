import { randomUUID } from "node:crypto";
import { changeSettingsSchema, settingsResponseSchema } from "@/lib/api/settings";
import { holdRequests } from "./support/hold-requests";
import { intercept } from "./support/intercept";
import { anotherPerson, newPerson } from "./support/people";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { settings: en } = textsIn("en");

/** RFC 9457, as the server refuses what stands against something. */
const refusal = (field: string, detail: string) => ({
  status: 409,
  contentType: "application/problem+json",
  json: {
    type: "urn:watchfloor:problem:conflict",
    title: "",
    status: 409,
    code: "conflict",
    detail,
    errors: [{ field, message: detail }],
    requestId: "request-1",
  },
});

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

test("the policy that is being changed outlives a reload until it is stored", async ({ page }) => {
  await page.goto("/settings/policy");
  const days = page.getByLabel(en.policy.retentionDays);
  await days.fill("many");
  await page.reload();
  await expect(days).toHaveValue("many");
  await page.getByRole("button", { name: en.policy.save }).click();
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await days.fill("");
  await page.reload();
  await expect(days).toHaveValue("");
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

test("the policy says what is wrong beside the field, and who changed it first", async ({
  page,
  complaints,
}) => {
  await page.goto("/settings/policy");
  await page.getByLabel(en.policy.timeZone).fill("Nowhere/Town");
  await page.getByRole("button", { name: en.policy.save }).click();
  await expect(page.getByLabel(en.policy.timeZone)).toHaveAccessibleDescription(/IANA time zone/);

  await page.getByLabel(en.policy.timeZone).fill("UTC");
  await intercept(page, "**/api/settings", (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill(refusal("version", "ben changed the settings meanwhile."))
      : route.continue(),
  );
  await page.getByLabel(en.policy.retentionDays).fill("30");
  await page.getByRole("button", { name: en.policy.save }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("older than 30 days");
  await dialog.getByRole("button", { name: en.policy.save }).click();
  await expect(page.getByRole("alert").filter({ hasText: "ben changed the settings" })).toBeVisible();
  await page.getByRole("button", { name: en.policy.showCurrent }).click();
  await expect(page.getByLabel(en.policy.retentionDays)).toHaveValue("");

  await page.unroute("**/api/settings");
  await page.getByRole("button", { name: en.policy.save }).click();
  await expect(page.getByText(en.policy.saved)).toBeVisible();
  // What is refused is not beside the word that it was kept.
  await page.getByLabel(en.policy.retentionDays).fill("0x10");
  await page.getByRole("button", { name: en.policy.save }).click();
  await expect(page.getByLabel(en.policy.retentionDays)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(en.policy.saved)).toBeHidden();
  expect(complaints.splice(0).every((text) => text.includes("409"))).toBe(true);
});

test("a form of the policy that is older than somebody else's change overwrites nothing", async ({
  page,
  complaints,
}) => {
  const read = settingsResponseSchema.parse(await (await page.request.get("/api/settings")).json());
  const theirs = {
    ...read,
    version: read.version + 1,
    settings: { ...read.settings, retentionDays: 90 },
    updatedAt: "2026-01-01T00:00:00.000Z",
    updatedBy: "ben",
  };
  const sent: number[] = [];
  // Answered here, so that tests beside this one keep their settings.
  await page.route("**/api/settings", (route) => {
    if (route.request().method() !== "PATCH") return route.fulfill({ json: theirs });
    const { version, ...change } = changeSettingsSchema.parse(route.request().postDataJSON());
    sent.push(version);
    return version === theirs.version
      ? route.fulfill({
          json: { ...theirs, version: version + 1, settings: { ...theirs.settings, ...change } },
        })
      : route.fulfill(refusal("version", "ben changed the settings meanwhile."));
  });
  await page.clock.install();
  await page.goto("/settings/policy");
  const days = page.getByLabel(en.policy.retentionDays);
  const zone = page.getByLabel(en.policy.timeZone);
  const save = page.getByRole("button", { name: en.policy.save });
  await expect(days).toHaveValue("");
  await zone.fill("Europe/Berlin");
  // What was read is old after ten seconds: coming back to the page reads it again.
  await page.clock.fastForward(11_000);
  const renewed = page.waitForResponse("**/api/settings");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await (await renewed).finished();
  const refused = page.getByRole("alert").filter({ hasText: "ben changed the settings" });
  for (const tries of [1, 2]) {
    await save.click();
    await expect.poll(() => sent).toHaveLength(tries);
    await expect(refused).toBeVisible();
    await expect(save).toBeEnabled();
    await expect(zone).toHaveValue("Europe/Berlin");
  }
  expect(sent).toEqual([read.version, read.version]);

  await page.getByRole("button", { name: en.policy.showCurrent }).click();
  await expect(days).toHaveValue("90");
  await zone.fill("Europe/Berlin");
  await save.click();
  await expect(page.getByText(en.policy.saved)).toBeVisible();
  expect(sent.at(-1)).toBe(theirs.version);
  // Saved again, it goes on from one's own change.
  await save.click();
  await expect.poll(() => sent.at(-1)).toBe(theirs.version + 1);
  // The browser itself reports the three refusals, some time after their answers.
  await expect.poll(() => complaints.filter((text) => text.includes("409"))).toHaveLength(3);
  expect(complaints.splice(0).every((text) => text.includes("409"))).toBe(true);
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
