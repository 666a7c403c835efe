import { describe, expect, test } from "vitest";
import { parseKeys } from "@/components/keyboard/key-combination";
import { SHORTCUT_IDS, shortcutOf } from "@/components/keyboard/shortcuts";
import english from "@/messages/en/keyboard.json";
import chinese from "@/messages/zh/keyboard.json";

const allKeys = SHORTCUT_IDS.flatMap((id) => shortcutOf(id).keys.map((keys) => ({ id, keys })));

describe("the shortcut map", () => {
  test("gives no combination to two shortcuts, because the queue and an event are open side by side", () => {
    const taken = allKeys.map(({ keys }) => keys);
    expect(taken.filter((keys, index) => taken.indexOf(keys) !== index)).toEqual([]);
  });

  test("never starts a sequence with a key that does something by itself", () => {
    const starts = new Set(
      allKeys.filter(({ keys }) => keys.includes(" ")).map(({ keys }) => keys.split(" ")[0]),
    );
    expect(allKeys.filter(({ keys }) => starts.has(keys))).toEqual([]);
  });

  test.each(allKeys)("$id: $keys is understood", ({ keys }) => {
    const steps = parseKeys(keys);
    expect(steps.length).toBeLessThanOrEqual(2);
    for (const { key } of steps) expect(key).toMatch(/^([a-z0-9/?]|Arrow(Up|Down)|Enter|Escape)$/);
  });

  test.each([
    ["English", english],
    ["Chinese", chinese],
  ])("has a text for each shortcut in %s, and no other", (_language, { shortcuts }) => {
    expect(Object.keys(shortcuts).sort()).toEqual([...SHORTCUT_IDS].sort());
  });
});
