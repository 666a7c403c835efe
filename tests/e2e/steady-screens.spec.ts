import type { Page } from "@playwright/test";
import { eventListSchema } from "@/lib/api/event-list";
import { holdRequests } from "./support/hold-requests";
import { queueOn } from "./support/queue";
import { expect, test } from "./support/watched-test";

/** Of the queue, from a cold start; the other screens are held to it, too. */
const MOST_SHIFT = 0.01;

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

type Moved = { readonly shift: number; readonly what: string };

/** What has moved on the screen so far without anybody asking for it: each adds to the cumulative layout shift. */
async function readMoved(page: Page): Promise<Moved[]> {
  return page.evaluate(
    () =>
      new Promise<Moved[]>((resolve) => {
        type Source = { node: Node | null; previousRect: DOMRect; currentRect: DOMRect };
        type Shift = PerformanceEntry & { value: number; sources: Source[] };
        const isShift = (entry: PerformanceEntry): entry is Shift => entry.entryType === "layout-shift";
        const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join();
        new PerformanceObserver((list) => {
          const shifts = list.getEntries().filter(isShift);
          resolve(
            shifts.map(({ value, sources }) => ({
              shift: value,
              what: sources
                .map(
                  ({ node, previousRect, currentRect }) =>
                    `${place(previousRect)} -> ${place(currentRect)} ${node?.textContent?.slice(0, 60)}`,
                )
                .join("\n"),
            })),
          );
        }).observe({ type: "layout-shift", buffered: true });
        // An observer is not called where nothing has ever moved.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      }),
  );
}

/** Opens a page whose web fonts come after its first text has been painted, as on a slow line. */
async function openBeforeFonts(page: Page, path: string): Promise<void> {
  const letFontsCome = await holdRequests(page, "**/*.woff2");
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  letFontsCome();
}

/** Every screen, and what of it comes last. */
const SCREENS: readonly (readonly [name: string, path: string, last: (page: Page) => Promise<void>])[] = [
  ["the overview", "/", async (page) => expect(page.locator("svg.recharts-surface").first()).toBeVisible()],
  ["the queue on open work", "/events", queueIsThere],
  ["a filtered queue", "/events?severity=critical,high&from=-7d", queueIsThere],
  [
    "an event beside the list",
    "/events?event={id}",
    async (page) => {
      const panel = page.getByRole("complementary", { name: "Event", exact: true });
      await expect(panel.getByRole("heading", { name: "What to do" })).toBeVisible();
    },
  ],
  [
    "an event's own page",
    "/events/{id}",
    async (page) => expect(page.getByRole("region", { name: "History" })).toBeVisible(),
  ],
  [
    "an attacker's page",
    "/attackers/198.51.100.36",
    async (page) => expect(page.locator("svg.recharts-surface").first()).toBeVisible(),
  ],
  ["the sources", "/sources", async (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible()],
  ["the activity", "/activity", async (page) => expect(page.getByRole("row").nth(1)).toBeVisible()],
];

async function queueIsThere(page: Page): Promise<void> {
  await expect(queueOn(page).timeline.getByRole("group")).toBeVisible();
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(`nothing moves by itself while a screen loads, on a ${size}`, () => {
    test.use({ viewport });

    for (const [name, path, last] of SCREENS) {
      test(name, async ({ page }) => {
        const oldest = await page.request.get("/api/events?sort=lastSeenAt&limit=1");
        const [event] = eventListSchema.parse(await oldest.json()).items;
        await openBeforeFonts(page, path.replace("{id}", event?.id ?? "none"));
        await last(page);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const moved = await readMoved(page);
        const shift = moved.reduce((sum, one) => sum + one.shift, 0);
        expect(shift, moved.map(({ shift: by, what }) => `${by}\n${what}`).join("\n")).toBeLessThanOrEqual(
          MOST_SHIFT,
        );
      });
    }
  });
}

test.describe("on a phone, before any script has run", () => {
  test.use({ viewport: SIZES.phone, javaScriptEnabled: false });

  test("the first rows are as wide as the screen", async ({ page }) => {
    await page.goto("/events");
    const { rows } = queueOn(page);
    const box = await rows.first().boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.width).toBe(SIZES.phone.width);
    await expect(rows.first().locator("[data-column=lastSeenAt]")).toBeInViewport({ ratio: 1 });
    await expect(rows.first().locator("[data-column=outcome]")).toBeInViewport({ ratio: 1 });
  });
});
