import { describe, expect, test } from "vitest";
import { ShortcutDispatcher, type ShortcutPress } from "@/components/keyboard/shortcut-dispatcher";
import { SHORTCUT_IDS, type ShortcutId, shortcutOf } from "@/components/keyboard/shortcuts";

type Modifiers = Partial<Pick<ShortcutPress, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">>;

function press(key: string, modifiers: Modifiers = {}, timeStamp = 0): ShortcutPress {
  return {
    key,
    target: null,
    timeStamp,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...modifiers,
  };
}

/** The presses of a declared combination, as an American keyboard sends them. */
function pressesOf(keys: string): ShortcutPress[] {
  return keys.split(" ").map((step) => {
    const parts = step.split("+");
    const key = parts.at(-1) ?? "";
    const shiftKey = parts.includes("shift");
    const typed = shiftKey && key.length === 1 ? key.toUpperCase() : key;
    return press(typed, { shiftKey: shiftKey || key === "?", ctrlKey: parts.includes("mod") });
  });
}

/** A dispatcher with a handler for each id, and what has run so far. */
function listening(ids: readonly ShortcutId[]) {
  const dispatcher = new ShortcutDispatcher<ShortcutPress>();
  const ran: ShortcutId[] = [];
  for (const id of ids) dispatcher.register(id, { run: () => ran.push(id), when: () => true });
  return {
    dispatcher,
    ran,
    send: (presses: readonly ShortcutPress[], singleKeys = true) =>
      presses.map((one) => dispatcher.press(one, { singleKeys })),
  };
}

const declared = SHORTCUT_IDS.flatMap((id) => shortcutOf(id).keys.map((keys) => ({ id, keys })));

describe("a pressed key", () => {
  test.each(declared)("$keys runs $id and nothing else", ({ id, keys }) => {
    const { ran, send } = listening(SHORTCUT_IDS);
    expect(send(pressesOf(keys)).every(Boolean)).toBe(true);
    expect(ran).toEqual([id]);
  });

  test.each([
    ["a letter that stands for nothing", press("q")],
    ["a shortcut's letter with Control", press("j", { ctrlKey: true })],
    ["a shortcut's letter with Alt", press("j", { altKey: true })],
    ["Shift alone", press("Shift", { shiftKey: true })],
  ])("is left to the browser: %s", (_name, one) => {
    const { ran, send } = listening(SHORTCUT_IDS);
    expect(send([one])).toEqual([false]);
    expect(ran).toEqual([]);
  });

  test("is left to the browser while nothing answers to it", () => {
    expect(listening([]).send([press("j")])).toEqual([false]);
  });

  test("works with Command as with Control, and with Caps Lock", () => {
    const { ran, send } = listening(SHORTCUT_IDS);
    send([press("k", { metaKey: true }), press("J")]);
    expect(ran).toEqual(["openPalette", "nextRow"]);
  });
});

describe("a sequence", () => {
  test("whose second key means nothing does nothing, also not what that key means alone", () => {
    const { ran, send } = listening(["goToOverview", "assignToMe"]);
    expect(send([press("g"), press("a")])).toEqual([true, true]);
    expect(ran).toEqual([]);
  });

  test("is forgotten after a while", () => {
    const { ran, send } = listening(["goToOverview", "open"]);
    send([press("g"), press("o", {}, 5_000)]);
    expect(ran).toEqual(["open"]);
  });

  test("bears a modifier pressed between its keys", () => {
    const { ran, send } = listening(["goToOverview"]);
    send([press("g"), press("Shift", { shiftKey: true }), press("o")]);
    expect(ran).toEqual(["goToOverview"]);
  });
});

describe("several handlers of one shortcut", () => {
  test("are asked from the last to the first, and one that declines passes the key on", () => {
    const { dispatcher, ran, send } = listening(["close"]);
    const later: string[] = [];
    let open = true;
    const forget = dispatcher.register("close", { run: () => later.push("panel"), when: () => open });
    send([press("Escape")]);
    open = false;
    send([press("Escape")]);
    open = true;
    forget();
    send([press("Escape")]);
    expect(later).toEqual(["panel"]);
    expect(ran).toEqual(["close", "close"]);
  });
});

describe("without single keys", () => {
  test.each(
    declared.filter(({ keys }) => pressesOf(keys).some(({ key, ctrlKey }) => key.length === 1 && !ctrlKey)),
  )("$keys does nothing", ({ keys }) => {
    const { ran, send } = listening(SHORTCUT_IDS);
    expect(send(pressesOf(keys), false).some(Boolean)).toBe(false);
    expect(ran).toEqual([]);
  });

  test("arrows, Enter, Escape and combinations go on working", () => {
    const { ran, send } = listening(SHORTCUT_IDS);
    send(
      [
        press("ArrowDown"),
        press("Enter"),
        press("Escape"),
        press("k", { ctrlKey: true }),
        press("/", { ctrlKey: true }),
      ],
      false,
    );
    expect(ran).toEqual(["nextRow", "open", "close", "openPalette", "openHelp"]);
  });
});

describe("the list of what works here", () => {
  test("follows the handlers, in the order of the declaration", () => {
    const { dispatcher } = listening(["openHelp", "nextRow"]);
    let changes = 0;
    dispatcher.subscribe(() => {
      changes += 1;
    });
    const forget = dispatcher.register("close", { run: () => {}, when: () => true });
    expect(dispatcher.handledIds()).toEqual(["nextRow", "close", "openHelp"]);
    forget();
    expect(dispatcher.handledIds()).toEqual(["nextRow", "openHelp"]);
    expect(changes).toBe(2);
  });
});
