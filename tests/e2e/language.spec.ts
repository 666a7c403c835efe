import type { BrowserContext, Page } from "@playwright/test";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import { firstEvent } from "./support/events";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const zh = textsIn("zh");

// The choice is kept in the browser alone here: kept for the person too, it would reach every other test.
test.beforeEach(({ context }) =>
  context.route("**/api/preferences", (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  ),
);

/** Chromium reports each request that was cut off above, also one that is sent last; a page that is closed sends none. */
async function endForgiving(page: Page, complaints: string[]): Promise<void> {
  await page.close();
  const others = complaints.filter((complaint) => !complaint.includes("net::ERR_FAILED"));
  complaints.splice(0, complaints.length, ...others);
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
  // Cut off before the page is closed: a request that is held back at that moment would be let go.
  const cutOff = page.waitForEvent("requestfailed", (request) => request.method() === "PUT");
  await page.getByRole("menuitemradio", { name: "语言: English" }).click();
  await expect(heading(page, "Events")).toBeVisible();
  await cutOff;
  await endForgiving(page, complaints);
});

test.describe("a browser that asks for Chinese", () => {
  test.use({ locale: "zh-CN", storageState: { cookies: [], origins: [] } });

  test("is met in Chinese before anybody has signed in", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(heading(page, zh["sign-in"].title)).toBeVisible();
    await expect(page.getByRole("button", { name: zh["sign-in"].submit })).toBeVisible();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
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

test("a link that is not understood is answered in Chinese, down to the sentence", async ({
  page,
  baseURL,
}) => {
  await speakChinese(page.context(), baseURL ?? "");
  await page.goto("/events?severity=deadly&from=yesterday");
  const notice = page.getByRole("status").filter({ hasText: "deadly" });
  await expect(notice).toContainText("无法识别“deadly”");
  await expect(notice).toContainText("“yesterday”不是有效时间");
});
