/** Headings of the help dialog, in its order. */
export const SHORTCUT_GROUPS = ["list", "event", "triage", "view", "go", "console"] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** Where a shortcut works: everywhere, in the queue, or where one event is open (its panel or its page). */
export type ShortcutScope = "global" | "queue" | "event";

type ShortcutDeclaration = {
  /**
   * Each of these does it. A combination is modifiers and a key as `KeyboardEvent.key` names it, joined by
   * "+"; `mod` is Control, or Command on a Mac. Two combinations with a space between are pressed in turn.
   */
  readonly keys: readonly [string, ...string[]];
  readonly scope: ShortcutScope;
  readonly group: ShortcutGroup;
  /** The help lists it only while something answers to it: not everybody may change a status. */
  readonly onlyWhenHandled?: boolean;
};

/**
 * Every keyboard shortcut: handlers, help and tests derive from this. Its text is the message
 * `keyboard.shortcuts.<id>`.
 */
export const SHORTCUTS = {
  nextRow: { keys: ["j", "ArrowDown"], scope: "queue", group: "list" },
  previousRow: { keys: ["k", "ArrowUp"], scope: "queue", group: "list" },
  open: { keys: ["Enter", "o"], scope: "queue", group: "list" },
  openPanel: { keys: ["v"], scope: "queue", group: "list" },
  select: { keys: ["x"], scope: "queue", group: "list" },
  selectRange: { keys: ["shift+x"], scope: "queue", group: "list" },
  extendDown: { keys: ["shift+ArrowDown"], scope: "queue", group: "list" },
  extendUp: { keys: ["shift+ArrowUp"], scope: "queue", group: "list" },
  selectAll: { keys: ["mod+a"], scope: "queue", group: "list" },

  nextEvent: { keys: ["n", "shift+j"], scope: "event", group: "event" },
  previousEvent: { keys: ["p", "shift+k"], scope: "event", group: "event" },
  close: { keys: ["Escape", "u"], scope: "event", group: "event" },
  copyLink: { keys: ["y"], scope: "global", group: "event" },

  setToBeConfirmed: { keys: ["1"], scope: "global", group: "triage", onlyWhenHandled: true },
  setConfirmed: { keys: ["2", "c"], scope: "global", group: "triage", onlyWhenHandled: true },
  setActioned: { keys: ["3", "h"], scope: "global", group: "triage", onlyWhenHandled: true },
  setIgnored: { keys: ["4", "i"], scope: "global", group: "triage", onlyWhenHandled: true },
  assignToMe: { keys: ["a"], scope: "global", group: "triage", onlyWhenHandled: true },
  undo: { keys: ["mod+z"], scope: "global", group: "triage", onlyWhenHandled: true },

  focusSearch: { keys: ["/"], scope: "queue", group: "view" },
  filter: { keys: ["f"], scope: "queue", group: "view" },
  changeTimeRange: { keys: ["t"], scope: "queue", group: "view" },
  zoomOut: { keys: ["z"], scope: "queue", group: "view" },
  earlierTime: { keys: ["shift+z"], scope: "queue", group: "view" },
  switchDensity: { keys: ["d"], scope: "queue", group: "view" },

  goToOverview: { keys: ["g o"], scope: "global", group: "go" },
  goToEvents: { keys: ["g e"], scope: "global", group: "go" },
  goToSources: { keys: ["g s"], scope: "global", group: "go" },
  goToActivity: { keys: ["g a"], scope: "global", group: "go", onlyWhenHandled: true },

  openPalette: { keys: ["mod+k"], scope: "global", group: "console" },
  // Without single keys, "?" is silent: the second combination still leads to the way back.
  openHelp: { keys: ["?", "mod+/"], scope: "global", group: "console" },
} as const satisfies Record<string, ShortcutDeclaration>;

export type ShortcutId = keyof typeof SHORTCUTS;

function isShortcutId(id: string): id is ShortcutId {
  return id in SHORTCUTS;
}

/** All ids in the order of the declaration. */
export const SHORTCUT_IDS: readonly ShortcutId[] = Object.keys(SHORTCUTS).filter(isShortcutId);

/** A shortcut's declaration, with the optional parts. */
export function shortcutOf(id: ShortcutId): ShortcutDeclaration {
  return SHORTCUTS[id];
}
