import type { BrowserContext, Page } from "@playwright/test";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import { firstEvent } from "./support/events";
import { textsIn } from "./support/texts";
import { SCHEMES, SCREENS, sticksOut, violations } from "./support/violations";
import { expect, test } from "./support/watched-test";

const zh = textsIn("zh");

// The choice is kept in the browser alone here: kept for the person too, it would reach every other test.
test.beforeEach(({ page }) =>
  page.route("**/api/preferences", (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  ),
);

/** Chromium reports the request that was cut off above. */
function forgive(complaints: string[]): void {
  const cut = complaints.findIndex((complaint) => complaint.includes("net::ERR_FAILED"));
  if (cut >= 0) complaints.splice(cut, 1);
}

async function speakChinese(context: BrowserContext, address: string): Promise<void> {
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: "zh", url: address }]);
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

test("a chosen language holds at once, after a reload and on another page", async ({ page, complaints }) => {
  await page.goto("/events");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
  await page.getByRole("button", { name: "Account of admin" }).click();
  await page.getByRole("menuitemradio", { name: "Language: 简体中文" }).click();
  await expect(heading(page, zh.events.title)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");

  await page.reload();
  await expect(heading(page, zh.events.title)).toBeVisible();
  const second = await page.context().newPage();
  await second.goto("/sources");
  await expect(heading(second, zh.sources.title)).toBeVisible();
  await expect(second).toHaveTitle(`${zh.layout.pages.sources} · Watchfloor`);

  await page.getByRole("button", { name: "admin 的账号" }).click();
  await page.getByRole("menuitemradio", { name: "语言: English" }).click();
  await expect(heading(page, "Events")).toBeVisible();
  forgive(complaints);
  forgive(complaints);
});

test.describe("a browser that asks for Chinese", () => {
  test.use({ locale: "zh-CN", storageState: { cookies: [], origins: [] } });

  test("is met in Chinese before anybody has signed in", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(heading(page, zh["sign-in"].title)).toBeVisible();
    await expect(page.getByRole("button", { name: zh["sign-in"].submit })).toBeVisible();
  });
});

test("an event is explained in Chinese, live from the cloud too", async ({ page, baseURL }) => {
  await speakChinese(page.context(), baseURL ?? "");
  const event = await firstEvent(page, { source: "waf-threat" });
  const answer = page.waitForResponse((response) => response.url().includes(`/api/events/${event.id}`));
  await page.goto(`/events/${event.id}`);
  const guidance = page.getByRole("region", { name: zh.event.guidance.title });
  await expect(guidance.getByRole("listitem").first()).toContainText(/\p{Script=Han}{4,}/u);
  await answer;
  await expect(guidance.getByRole("listitem").first()).toContainText(/\p{Script=Han}{4,}/u);
});

test("Chinese is drawn on a machine without Chinese fonts, by a font of this site", async ({
  page,
  baseURL,
}) => {
  await speakChinese(page.context(), baseURL ?? "");
  const slice = page.waitForResponse((response) => response.url().includes("noto-sans-sc"));
  await page.goto("/events");
  expect((await slice).ok()).toBe(true);
  const width = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(
        ({ family, status }) => family.includes("Noto Sans SC") && status === "loaded",
      ).length;
    });
  await expect.poll(width).toBeGreaterThan(0);
});

const PAGES = ["/", "/events?from=-30d", "/sources"];

for (const colorScheme of SCHEMES) {
  for (const viewport of SCREENS) {
    test.describe(`in Chinese, ${colorScheme}, ${viewport.width} px wide`, () => {
      test.use({ colorScheme, viewport });

      for (const path of PAGES) {
        test(`${path} has no accessibility violation and nothing sticks out`, async ({ page, baseURL }) => {
          await speakChinese(page.context(), baseURL ?? "");
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toContainText(/\p{Script=Han}/u);
          await page.waitForLoadState("networkidle");
          expect(await violations(page)).toEqual([]);
          expect(await sticksOut(page)).toBe(false);
        });
      }

      test("an event's page has no accessibility violation and nothing sticks out", async ({
        page,
        baseURL,
      }) => {
        await speakChinese(page.context(), baseURL ?? "");
        const event = await firstEvent(page, { source: "waf-api-security" });
        await page.goto(`/events/${event.id}`);
        await expect(page.getByRole("region", { name: zh.event.guidance.title })).toBeVisible();
        await expect(page.locator("#live summary").first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await sticksOut(page)).toBe(false);
      });
    });
  }
}
