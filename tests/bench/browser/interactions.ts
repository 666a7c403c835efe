import type { Locator, Page } from "@playwright/test";
import { interactionsDuring, timeUntil } from "./page-probe";

/** Everything that is seeded: nothing narrows it before the bench does. */
const ALL_EVENTS = "/events?from=-90d";
/** Events whose status this console keeps alone: a verdict needs no cloud. */
const LOCAL_EVENTS = "/events?from=-90d&source=waf-threat";
/** As long as a hand takes from reaching something to pressing it, milliseconds. */
const REACH = 150;
/** Between two presses of a key; milliseconds. */
const KEY_PAUSE = 120;
/** Until the counts and the timeline of a view are there, too; milliseconds. */
const REST = 700;

/** Samples in milliseconds. */
export type Interactions = {
  /** Until what was asked for is on the screen. */
  readonly facet: readonly number[];
  readonly range: readonly number[];
  readonly detail: readonly number[];
  /** INP: until the next frame after each press. */
  readonly inp: Readonly<Record<"move" | "open" | "verdict" | "facet", readonly number[]>>;
};

const FACETS = [
  { field: "severity", name: "Severity", values: ["Critical", "High", "Medium", "Low", "Info"] },
  { field: "outcome", name: "Outcome", values: ["Blocked", "Partly blocked", "Not blocked", "Unknown"] },
] as const;
const RANGES = ["Last 24 hours", "Last 7 days", "Last 30 days", "Last hour"] as const;

async function openQueue(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const rows = page.locator("#events-table tbody [data-index]");
  await rows.first().waitFor();
  await page.locator("#events-table .recharts-surface").first().waitFor();
  await page.waitForTimeout(REST);
  return rows;
}

async function clickFacets(page: Page): Promise<number[]> {
  const samples: number[] = [];
  for (const { field, name, values } of FACETS) {
    const facet = page.getByRole("complementary").getByRole("region", { name });
    for (const value of values) {
      const box = facet.getByRole("checkbox", { name: value, exact: true });
      samples.push(await timeUntil(page, () => box.click(), onlyMatching, { column: field, text: value }));
      await page.waitForTimeout(REST);
      await box.click();
      await page.waitForTimeout(REST);
    }
  }
  return samples;
}

/** Runs in the page. */
function onlyMatching({ column, text }: { column: string; text: string }): boolean {
  const table = document.querySelector("#events-table table[aria-busy]");
  const cells = [...document.querySelectorAll<HTMLElement>(`#events-table tbody [data-column="${column}"]`)];
  return (
    table?.getAttribute("aria-busy") === "false" &&
    cells.length > 0 &&
    cells.every((cell) => cell.innerText.trim() === text)
  );
}

async function chooseRanges(page: Page, address: string): Promise<number[]> {
  await openQueue(page, address + ALL_EVENTS);
  const samples: number[] = [];
  for (const range of RANGES) {
    await page.getByRole("button", { name: /Time range/ }).click();
    const preset = page.getByRole("dialog").getByRole("button", { name: range, exact: true });
    await preset.waitFor();
    await page.waitForTimeout(REACH);
    const total = await page.locator("h1 + span").innerText();
    samples.push(await timeUntil(page, () => preset.click(), otherTotal, total));
    await page.waitForTimeout(REST);
  }
  return samples;
}

/** Runs in the page: the rows of another view are there, and their number. */
function otherTotal(before: string): boolean {
  const table = document.querySelector("#events-table table[aria-busy]");
  const total = document.querySelector<HTMLElement>("h1 + span")?.innerText ?? "";
  return table?.getAttribute("aria-busy") === "false" && total !== "" && total !== before;
}

async function openDetails(page: Page, rows: Locator, count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 1; index <= count; index += 1) {
    const cell = rows.nth(index).locator('[data-column="lastSeenAt"]');
    const title = await rows.nth(index).locator('[data-column="type"]').innerText();
    await cell.hover();
    await page.waitForTimeout(REACH);
    samples.push(await timeUntil(page, () => cell.click(), detailShown, title.trim()));
    await page.waitForTimeout(REST);
  }
  return samples;
}

/** Runs in the page: the event's title, and what happened. */
function detailShown(title: string): boolean {
  const panel = document.querySelector<HTMLElement>("[data-event-panel]");
  return panel?.querySelector("h2")?.innerText.trim() === title && panel.querySelector("section") !== null;
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_PAUSE);
  }
}

/** Works on the queue as an analyst does, and measures what it takes. */
export async function measureInteractions(page: Page, address: string): Promise<Interactions> {
  let rows = await openQueue(page, address + ALL_EVENTS);
  let facet: number[] = [];
  const boxes = FACETS.flatMap(({ values }) => values).length;
  const facetInp = await interactionsDuring(page, 2 * boxes, async () => {
    facet = await clickFacets(page);
  });
  const range = await chooseRanges(page, address);

  rows = await openQueue(page, address + LOCAL_EVENTS);
  let detail: number[] = [];
  const open = await interactionsDuring(page, 12, async () => {
    detail = await openDetails(page, rows, 12);
  });
  await page.keyboard.press("Escape");

  rows = await openQueue(page, address + LOCAL_EVENTS);
  await rows.first().locator("a").focus();
  const move = await interactionsDuring(page, 30, () => press(page, "j", 30));
  const verdict = await interactionsDuring(page, 24, async () => {
    for (let count = 0; count < 12; count += 1) {
      await press(page, count % 2 === 0 ? "2" : "3", 1);
      await press(page, "k", 1);
    }
  });
  return { facet, range, detail, inp: { move, open, verdict, facet: facetInp } };
}
