import { changeSettingsSchema, settingsResponseSchema } from "@/lib/api/settings";
import { intercept } from "./support/intercept";
import { refusal } from "./support/refusal";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const { settings: en } = textsIn("en");

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
