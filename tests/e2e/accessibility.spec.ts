import type { Page } from "@playwright/test";
import { LANGUAGES, type Language } from "@/lib/events/language";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { PRODUCT_ADDRESS } from "./environment";
import { firstEvent } from "./support/events";
import { expectAccessible, goTo, speak } from "./support/looks";
import { newPerson } from "./support/people";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

/** What is looked at, by its name in the report. */
type Look = readonly [name: string, open: (page: Page, language: Language) => Promise<void>];

/** Event pages with everything unfolded, one of each source. */
const EVENTS: readonly Look[] = SOURCE_IDS.map((source) => [
  `an event of ${source}`,
  async (page) => {
    const { id, attackers } = await firstEvent(page, { source, sort: "-attackCount" });
    await goTo(`/events/${id}`)(page);
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(attackers.length).toBeGreaterThan(0);
  },
]);

const QUEUE: readonly Look[] = [
  ["the overview", goTo("/")],
  ["the queue", goTo("/events?severity=-info&from=-30d")],
  ["a queue without events", goTo("/events?target=no-such-target")],
  ["a link that is not understood", goTo("/events?severity=deadly&from=yesterday")],
  [
    "the panel beside the queue",
    async (page) => {
      const { id } = await firstEvent(page, { source: "waf-api-security" });
      await goTo(`/events?from=-30d&event=${id}`)(page);
      await expect(page.locator("#related a").first()).toBeVisible();
    },
  ],
  [
    "an attacker",
    async (page) => {
      const { attackers } = await firstEvent(page, { source: "hss-rasp" });
      await goTo(`/attackers/${encodeURIComponent(attackers[0]?.value ?? "")}`)(page);
      await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached();
    },
  ],
  ["an attacker of whom nothing is known", goTo("/attackers/nobody")],
];

const OTHERS: readonly Look[] = [
  [
    "the activity",
    async (page) => {
      await goTo("/activity?from=2026-01-01T00:00:00Z")(page);
      await page.locator("summary").first().click();
    },
  ],
  ["the sources", goTo("/sources")],
  [
    "the explorer with an answer",
    async (page, language) => {
      await goTo("/sources/demo-waf/explore?operation=DescribeApisecEvents&sent=1")(page);
      const { answer } = textsIn(language).sources.explorer;
      await expect(page.getByRole("region", { name: answer, exact: true })).toContainText("HTTP 200");
    },
  ],
  ...["people", "tokens", "sessions?owner=all", "policy", "preferences"].map(
    (tab): Look => [`settings, ${tab}`, goTo(`/settings/${tab}`)],
  ),
];

for (const language of LANGUAGES) {
  for (const [group, looks] of [
    ["queue", QUEUE],
    ["events", EVENTS],
    ["everything else", OTHERS],
  ] as const) {
    test(`no page has an accessibility violation and nothing sticks out: ${group}, ${language}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await speak(page, language);
      for (const [name, open] of looks) {
        await open(page, language);
        await expectAccessible(page, name);
      }
    });
  }

  test(`nor do the pages that say what is missing, and those before the console: ${language}`, async ({
    page,
    browser,
    complaints,
  }) => {
    test.setTimeout(120_000);
    await speak(page, language);
    for (const path of ["/no-such-page", "/events/no-such-event", "/sources/no-such-connection/explore"]) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
    // The browser itself reports the missing pages.
    expect(complaints.splice(0).every((text) => text.includes("404"))).toBe(true);

    const outside = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const stranger = await outside.newPage();
    await speak(stranger, language);
    await stranger.goto(`${PRODUCT_ADDRESS}/sign-in?error=CredentialsSignin`);
    await expectAccessible(stranger, "the sign-in page");
    await outside.close();
  });
}

test("the page for a new password has no accessibility violation", async ({ page, browser }) => {
  const newcomer = await newPerson(page, browser, "viewer");
  await newcomer.page.goto("/");
  // The account's own password is good for changing it and nothing else.
  await expect(newcomer.page).toHaveURL(/change-password/);
  await expectAccessible(newcomer.page, "the page for a new password");
});

test("no page lets scripts run that are not its own", async ({ page }) => {
  for (const path of ["/", "/events", "/activity", "/sources", "/settings/preferences", "/no-such-page"]) {
    const policy = (await page.request.get(path)).headers()["content-security-policy"] ?? "";
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts, path).toMatch(/'nonce-[^']+'/);
    expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(policy, path).toMatch(/object-src 'none'/);
  }
});
