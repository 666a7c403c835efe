import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type ColumnEdit,
  editedLayout,
  hiddenColumns,
  orderedColumns,
  placeColumn,
  resizeColumn,
  showColumn,
} from "@/components/events/column-layout";
import { PreferenceSaver } from "@/components/preferences/preference-saver";
import { storePreferences } from "@/components/preferences/store-preferences";
import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { type Preferences, preferencesSchema } from "@/lib/api/preferences";

let stored: Preferences;

beforeEach(() => {
  vi.useFakeTimers();
  stored = DEFAULT_PREFERENCES;
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    if (typeof body === "string") stored = preferencesSchema.parse(JSON.parse(body));
    return Response.json({ preferences: stored });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that knows the choices as they were when it was opened. */
function openPage() {
  const known = stored;
  const saver = new PreferenceSaver({ store: storePreferences, keep: () => {}, onStored: () => {} }, null);
  return async (edit: ColumnEdit) => {
    const made = ({ columns }: Preferences) => ({ columns: editedLayout(columns, edit) });
    saver.save(made, made(known));
    await vi.runAllTimersAsync();
  };
}

const order = () => orderedColumns(stored.columns).map(({ id }) => id);

test("what another page chose about the columns stays when a page that was opened before changes others", async () => {
  const [first, second] = [openPage(), openPage()];
  await first(showColumn("assignee", true));
  await first(resizeColumn("type", 300));
  await second(showColumn("source", false));
  await second(resizeColumn("source", 90));
  expect(hiddenColumns(stored.columns)).not.toContain("assignee");
  expect(hiddenColumns(stored.columns)).toContain("source");
  expect(stored.columns?.widths).toEqual({ type: 300, source: 90 });
});

test("columns that two pages move are both moved", async () => {
  const [first, second] = [openPage(), openPage()];
  const [one = "", two = "", three = "", four = "", ...rest] = order();
  await first(placeColumn(two, "before", one));
  await second(placeColumn(three, "after", four));
  expect(order()).toEqual([two, one, four, three, ...rest]);
});

test("a change that is made again, because its answer was lost, changes nothing more", async () => {
  const page = openPage();
  const [one = "", two = ""] = order();
  for (const edit of [placeColumn(one, "after", two), showColumn("source", false), resizeColumn(one, 90)]) {
    await page(edit);
    const once = stored;
    await page(edit);
    expect(stored).toEqual(once);
  }
});
