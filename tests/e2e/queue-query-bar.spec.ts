import { anotherPerson } from "./support/people";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

test.describe("the query bar", () => {
  test("narrows the queue by what is typed, and shows the filter that is set elsewhere", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill("severity:critical -status:ignored");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=critical&status=-ignored/);
    await expect(queue.chips).toContainText("Critical");
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect(bar).toHaveValue("severity:critical,high -status:ignored");
    await page.getByRole("button", { name: "Remove filter Status not Ignored" }).click();
    await expect(bar).toHaveValue("severity:critical,high");
    await page.goBack();
    await expect(bar).toHaveValue("severity:critical,high -status:ignored");
  });

  test("finds half a query again after a reload and on the way back, beside the filter it was typed above", async ({
    page,
  }) => {
    await page.goto("/events?severity=high");
    const bar = page.getByRole("combobox", { name: "Search events" });
    // The bar that completes takes the place of the first one.
    await bar.click();
    await expect(bar).toHaveAttribute("aria-haspopup", "listbox");
    await bar.press("End");
    await bar.pressSequentially(" status:confi");
    await page.reload();
    await expect(bar).toHaveValue("severity:high status:confi");
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await page.goBack();
    await expect(bar).toHaveValue("severity:high status:confi");

    await page.goto("/events?severity=low");
    await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
    await expect(bar).toHaveValue("severity:low");
    await page.goBack();
    await expect(bar).toHaveValue("severity:high status:confi");
    await bar.press("End");
    await bar.pressSequentially("rmed");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=high&status=confirmed/);
    await page.reload();
    await expect(bar).toHaveValue("severity:high status:confirmed");
  });

  test("completes names and values by keyboard alone", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.pressSequentially("sev");
    await expect(page.getByRole("option", { name: "severity: Severity" })).toBeVisible();
    await expect(bar).toHaveAttribute("aria-expanded", "true");
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await expect(bar).toHaveValue("severity:");
    await expect(page.getByRole("option", { name: "critical" })).toBeVisible();
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=critical/);
  });

  test("offers the values that the index has, with their counts", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.pressSequentially("attacker:");
    const option = page.getByRole("option").first();
    await expect(option).toContainText(/\d/);
    await option.click();
    await expect(page).toHaveURL(/attacker=/);
  });

  test("offers types by the words that people know them by", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt&source=cloud-firewall");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.click();
    await bar.press("End");
    await bar.pressSequentially(" type:scan");
    await page
      .getByRole("option", { name: /\bScan\b/ })
      .first()
      .click();
    await expect(page).toHaveURL(/type=\w+/);
  });

  test("takes a typed date for one of the zone in which times are shown", async ({
    page: admin,
    browser,
  }) => {
    const { page, username } = await anotherPerson(admin, browser, "viewer");
    await page.goto("/events?sort=-lastSeenAt");
    const account = page.getByRole("button", { name: `Account of ${username}` });
    await account.click();
    await page.getByRole("menuitemradio", { name: "Times in: Asia/Shanghai" }).click();
    // The menu gives the focus back when it has closed.
    await page.keyboard.press("Escape");
    await expect(account).toBeFocused();
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill("from:2026-01-31");
    await bar.press("Enter");
    await expect(page).toHaveURL(/from=2026-01-31T00:00:00%2B08:00/);
    await expect(queueOn(page).chips).toContainText("2026-01-31 00:00");
    await page.reload();
    await expect(bar).toHaveValue("from:2026-01-31T00:00:00+08:00");
    await page.context().close();
  });

  test("points at the character that is wrong, and mends it", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill("severity:critical statsu:ignored");
    await bar.press("Enter");
    await expect(bar).toHaveAttribute("aria-invalid", "true");
    await expect(bar).toHaveAccessibleDescription(/At character 19: “statsu” is not a field/);
    await expect(page).toHaveURL(/\/events\?sort=-lastSeenAt$/);
    await page.getByRole("button", { name: "Use status" }).click();
    await expect(page).toHaveURL(/severity=critical&status=ignored/);
    await expect(bar).not.toHaveAttribute("aria-invalid", "true");
  });

  test("takes a pasted list, one value a line, as values of the field", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.click();
    await expect(bar).toHaveAttribute("aria-haspopup", "listbox");
    await bar.fill("attacker: severity:high");
    await bar.evaluate((field) => {
      if (field instanceof HTMLInputElement) field.setSelectionRange(9, 9);
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "198.51.100.0/24\n203.0.113.9\n");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(bar).toHaveValue("attacker:198.51.100.0/24,203.0.113.9 severity:high");
    await bar.press("Enter");
    await expect(page).toHaveURL(/severity=high&attacker=198\.51\.100\.0\/24,203\.0\.113\.9/);
  });

  test("takes a list of as many long addresses as a field takes, and refuses aloud what no address can hold", async ({
    page,
  }) => {
    const queue = queueOn(page);
    const addresses = Array.from(
      { length: 200 },
      (_, index) => `2001:0db8:85a3:1111:2222:8a2e:0370:${1000 + index}`,
    );
    const everyone = `-attacker:${addresses.join(",")}`;
    await page.goto("/events?sort=-lastSeenAt");
    const bar = page.getByRole("combobox", { name: "Search events" });
    await bar.fill(everyone);
    await bar.press("Enter");
    await expect(page).toHaveURL(/attacker=-2001:0db8.*1199/);
    await expect(queue.rows.first()).toBeVisible();
    // The server takes the address of the page, and the one under which the page asks for the events.
    expect((await page.reload())?.status()).toBe(200);
    await expect(bar).toHaveValue(everyone);
    await expect(queue.rows.first()).toBeVisible();
    expect((await page.request.get(`/api/events?${new URL(page.url()).searchParams}`)).status()).toBe(200);

    const before = page.url();
    // The bar that completes takes the place of the first one, and with it what is selected there.
    await bar.click();
    await expect(bar).toHaveAttribute("aria-haspopup", "listbox");
    await bar.fill(`target:${addresses.map((address) => `${address}.department.example`).join(",")}`);
    await bar.press("Enter");
    await expect(bar).toHaveAccessibleDescription(
      /too long for the page’s address. Leave out values of target/,
    );
    expect(page.url()).toBe(before);
  });
});
