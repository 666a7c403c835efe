import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { z } from "zod";
import type { SecurityEvent } from "@/lib/events/event";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { eventIds, readEvent } from "./events";

const LIST = "test-results/quiet-events.json";
/** More than tests take of one source. */
const LISTED = 20;

/**
 * Notes the quietest open events of each source before the first test, so that an event keeps its number: tests close
 * some, and new ones arrive.
 */
export async function listQuietEvents(page: Page): Promise<void> {
  const idsOf = async (source: string) => {
    const view = new URLSearchParams({ source, status: "toBeConfirmed", sort: "attackCount" });
    return [source, await eventIds(page, view.toString(), LISTED)] as const;
  };
  writeFileSync(LIST, JSON.stringify(Object.fromEntries(await Promise.all(SOURCE_IDS.map(idsOf)))));
}

/** The `nth` of the quietest events of a source, as it is now. Tests agree on who takes which. */
export async function quietEvent(page: Page, source: string, nth: number): Promise<SecurityEvent> {
  const ids = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(LIST, "utf8")));
  const id = ids[source]?.[nth];
  if (id === undefined) throw new Error(`There is no quiet event ${nth} of ${source}.`);
  return readEvent(page, id);
}
