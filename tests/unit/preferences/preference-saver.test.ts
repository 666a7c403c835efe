import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PreferenceSaver } from "@/components/preferences/preference-saver";
import {
  DEFAULT_PREFERENCES,
  type PreferencesChange,
  type PreferencesEdit,
} from "@/lib/api/preference-choices";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that stores choices, or refuses them, and a browser that keeps what is not stored. */
function saverWith({
  unsaved = null,
  refuses = 0,
}: {
  unsaved?: PreferencesChange | null;
  refuses?: number;
}) {
  const stored: PreferencesChange[] = [];
  const told: (string | null)[] = [];
  const world = { stored, kept: unsaved, told, refuses };
  const options = {
    async store(edits: readonly PreferencesEdit[]) {
      if (world.refuses > 0) {
        world.refuses -= 1;
        throw new Error("not now");
      }
      world.stored.push(Object.assign({}, ...edits.map((edit) => edit(DEFAULT_PREFERENCES))));
    },
    keep: (change: PreferencesChange | null) => {
      world.kept = change;
    },
    onStored: (error: Error | null) => void world.told.push(error?.message ?? null),
  };
  const saver = new PreferenceSaver(options, unsaved);
  return { world, save: (change: PreferencesChange) => saver.save(() => change, change) };
}

describe("choices", () => {
  test("made one after the other are stored together, and kept in the browser until then", async () => {
    const { world, save } = saverWith({});
    save({ density: "compact" });
    save({ timeZone: "UTC" });
    expect(world.kept).toEqual({ density: "compact", timeZone: "UTC" });
    await vi.runAllTimersAsync();
    expect(world).toMatchObject({
      stored: [{ density: "compact", timeZone: "UTC" }],
      kept: null,
      told: [null],
    });
  });

  test("that could not be stored stay in the browser and are stored with the next one", async () => {
    const { world, save } = saverWith({ refuses: 1 });
    save({ density: "compact" });
    await vi.runAllTimersAsync();
    expect(world).toMatchObject({ stored: [], kept: { density: "compact" }, told: ["not now"] });
    save({ singleKeyShortcuts: false });
    await vi.runAllTimersAsync();
    expect(world).toMatchObject({
      stored: [{ density: "compact", singleKeyShortcuts: false }],
      kept: null,
      told: ["not now", null],
    });
  });

  test("that an earlier page left behind are stored by the next one", async () => {
    const { world } = saverWith({ unsaved: { density: "compact" } });
    await vi.runAllTimersAsync();
    expect(world).toMatchObject({ stored: [{ density: "compact" }], kept: null });
  });
});
