import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { eventListSchema } from "@/lib/api/event-list";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { withProduct } from "@/scripts/product";
import { HOSTILE_ROWS, hostileAnswers } from "@/tests/support/hostile-cloud";
import { type StubCloud, startStubCloud } from "@/tests/support/stub-cloud";
import { queueOn } from "./support/queue";
import { signIn } from "./support/sign-in";
import { SCREENS, sticksOut } from "./support/violations";
import { expect, test } from "./support/watched-test";

test.use({ storageState: { cookies: [], origins: [] } });

/** The stub checks no signature. */
const SECRET = { HOSTILE_CLOUD_SECRET: "hostile-secret" };
const ALIBABA = { accessKeyId: "LTAIhostile", accessKeySecret: "env:HOSTILE_CLOUD_SECRET" };

/** One connection per product, all to the same server. */
function connectionsTo(endpoint: string): object {
  const shared = { region: "cn-hangzhou", endpoint, credentials: ALIBABA };
  return {
    connections: [
      { id: "waf", name: "WAF", product: "waf", instanceId: "waf_v2_public_cn-1", ...shared },
      { id: "firewall", name: "Firewall", product: "cloud-firewall", ...shared },
      {
        id: "hss",
        name: "HSS",
        product: "hss",
        region: "cn-north-4",
        projectId: "0123456789abcdef0123456789abcdef",
        endpoint,
        credentials: { accessKey: "HOSTILE", secretKey: "env:HOSTILE_CLOUD_SECRET" },
      },
    ],
  };
}

async function withHostileProduct(use: Parameters<typeof withProduct<void>>[1]): Promise<void> {
  const cloud: StubCloud = await startStubCloud(hostileAnswers(new Date()));
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-hostile-"));
  const config = join(directory, "connections.json");
  try {
    await writeFile(config, JSON.stringify(connectionsTo(cloud.endpoint)));
    await withProduct(process.cwd(), use, { environment: { ...SECRET, WATCHFLOOR_CONFIG: config } });
  } finally {
    await rm(directory, { recursive: true, force: true });
    await cloud.close();
  }
}

/** Texts that would have to be there if anything of what came were taken for markup, address or command. */
function damage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ("attacked" in window) found.push("a script has run");
    for (const element of document.querySelectorAll("body *")) {
      for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`handler ${name}`);
      if (["IMG", "IFRAME", "OBJECT", "B"].includes(element.tagName))
        found.push(element.outerHTML.slice(0, 80));
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
      if (new URL(link.href).origin !== window.location.origin)
        found.push(`link to ${link.href.slice(0, 80)}`);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal commands begin with one
    if (/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u001B\u0007]/.test(document.body.innerText)) {
      found.push("an invisible character");
    }
    return found;
  });
}

/** What is shown is harmless, on a wide and on a narrow screen. */
async function expectHarmless(page: Page, where: string): Promise<void> {
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    expect(await damage(page), where).toEqual([]);
    expect(await sticksOut(page), `${where}, ${screen.width} px wide`).toBe(false);
  }
  await page.setViewportSize(SCREENS[0]);
}

async function unfold(page: Page): Promise<void> {
  // Megabytes of text are on their way: a busy machine takes its time.
  await expect(page.locator("#live")).not.toContainText("reading from the cloud", { timeout: 60_000 });
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
}

test("texts that attack their readers, in every field of every source, are text everywhere", async ({
  page,
}) => {
  test.setTimeout(420_000);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await withHostileProduct(async ({ address, adminPassword }) => {
    await signIn(page, adminPassword, `${address}/`);
    await page.waitForURL(`${address}/`);
    const listed = async () => {
      const response = await page.request.get(`${address}/api/events?limit=200`);
      return eventListSchema.parse(await response.json()).items;
    };
    await expect
      .poll(async () => (await listed()).length, { timeout: 60_000 })
      .toBe(SOURCE_IDS.length * HOSTILE_ROWS);
    const events = await listed();

    await page.goto(`${address}/`);
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await expectHarmless(page, "the overview");

    await page.goto(`${address}/events?sort=-lastSeenAt`);
    const queue = queueOn(page);
    await expect(queue.rows.first()).toBeVisible();
    for (const field of ["Attacker", "Target"]) {
      await queue.facet(field).getByRole("button", { name: field, exact: true }).click();
      await expect(queue.facet(field).getByRole("checkbox").first()).toBeVisible();
    }
    await expectHarmless(page, "the queue");

    for (const source of SOURCE_IDS) {
      const ofSource = events.filter((one) => one.source === source);
      await page.goto(`${address}/events?source=${source}&event=${ofSource[0]?.id}`);
      const panel = page.getByRole("complementary", { name: "Event", exact: true });
      for (let row = 0; row < HOSTILE_ROWS; row += 1) {
        await expect(panel.locator("#raw")).toBeVisible();
        await unfold(page);
        expect(await damage(page), `the panel of ${source}, row ${row}`).toEqual([]);
        if (row + 1 < HOSTILE_ROWS) await panel.getByRole("button", { name: "Next event" }).click();
      }
      await page.goto(`${address}/events/${ofSource[0]?.id}`);
      await unfold(page);
      await expectHarmless(page, `the page of ${source}`);
    }

    const attacked = events
      .flatMap(({ attackers }) => attackers)
      .find(({ value }) => value.includes("<script>"));
    await page.goto(`${address}/attackers/${encodeURIComponent(attacked?.value ?? "")}`);
    await expect(page.getByRole("heading", { name: "Newest events" })).toBeVisible();
    await expectHarmless(page, "the attacker's page");

    // What was set, and by whom in the cloud, reaches the record of activities.
    const [first] = events;
    await page.request.post(`${address}/api/events/status`, {
      headers: { origin: address },
      data: {
        events: [{ id: first?.id, version: first?.version }],
        status: "confirmed",
        note: "<script>window.attacked = true</script>\u202E",
      },
    });
    for (const path of ["/activity", "/sources", "/settings/preferences"]) {
      await page.goto(`${address}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectHarmless(page, path);
    }
    await page.goto(`${address}/sources/waf/explore?operation=DescribeApisecEvents&sent=1`);
    await expect(page.getByRole("region", { name: "Answer", exact: true })).toContainText("<script>");
    await expectHarmless(page, "the explorer");

    await page.setViewportSize(SCREENS[1]);
    const made = await page.request.post(`${address}/api/events/selection`, {
      headers: { origin: address },
      data: { query: "" },
    });
    const { id: selectionId } = eventSelectionSchema.parse(await made.json());
    await page.request.post(`${address}/api/events/status`, {
      headers: { origin: address },
      data: { selectionId, status: "confirmed", note: "<script>window.attacked = true</script>\u202E" },
    });
    await page.goto(`${address}/events?sort=-lastSeenAt`);
    await page.getByRole("button", { name: "Bulk changes" }).click();
    const jobs = page.getByRole("dialog", { name: "Bulk changes" });
    await jobs.getByRole("button", { name: "What became of each event" }).click();
    await expect(jobs.getByRole("link").first()).toBeVisible();
    for (const title of await jobs.getByRole("link").all()) {
      const { x = 0, width = 0 } = (await title.boundingBox()) ?? {};
      expect(x + width).toBeLessThanOrEqual(SCREENS[1].width);
    }
    await expectHarmless(page, "a bulk change");

    const csv = await (await page.request.get(`${address}/api/activity/export?format=csv`)).text();
    expect(csv).toContain("<script>");
    // A cell that begins so is a formula to a spreadsheet.
    expect(csv).not.toMatch(/(^|[\n,]"?)[=+\-@\t]/);
    // A page that stays would go on asking a product that has ended.
    await page.goto("about:blank");
  });
  expect(dialogs).toEqual([]);
});
