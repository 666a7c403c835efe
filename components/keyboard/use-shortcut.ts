"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { keyIsTaken } from "./key-target";
import { ShortcutDispatcher } from "./shortcut-dispatcher";
import type { ShortcutId } from "./shortcuts";
import { readSingleKeys } from "./single-keys";

const dispatcher = new ShortcutDispatcher<KeyboardEvent>();
let mounted = 0;

/** Browsers that do not tell `isComposing` of the key that ends a composition give it this code. */
const COMPOSING_KEY_CODE = 229;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === COMPOSING_KEY_CODE) return;
  if (keyIsTaken(event.target, event.key)) return;
  if (dispatcher.press(event, { singleKeys: readSingleKeys() })) event.preventDefault();
}

// On the window, because components that handle a key themselves must come first.
function listen(): () => void {
  if (mounted === 0) window.addEventListener("keydown", onKeyDown);
  mounted += 1;
  return () => {
    mounted -= 1;
    if (mounted === 0) window.removeEventListener("keydown", onKeyDown);
  };
}

type ShortcutOptions = {
  /** Nothing happens, and the help does not count it as working, while this is false. */
  enabled?: boolean;
  /** Whether this very press is wanted; else it goes to the next handler, or to the browser. */
  when?: (event: KeyboardEvent) => boolean;
};

/**
 * Does something when a shortcut is pressed, while the component is shown. Never within a field, during the
 * composition of a character, or while a dialog or a menu is open. Of several handlers of one shortcut, the
 * one that appeared last is asked first.
 */
export function useShortcut(
  id: ShortcutId,
  run: (event: KeyboardEvent) => void,
  { enabled = true, when = () => true }: ShortcutOptions = {},
): void {
  const runNow = useEffectEvent(run);
  const whenNow = useEffectEvent(when);
  useEffect(() => {
    if (!enabled) return;
    const forget = dispatcher.register(id, {
      run: (event) => runNow(event),
      when: (event) => whenNow(event),
    });
    const unlisten = listen();
    return () => {
      forget();
      unlisten();
    };
  }, [id, enabled]);
}

const NONE: readonly ShortcutId[] = [];

/** Ids of the shortcuts that something on this page answers to. */
export function useHandledShortcuts(): readonly ShortcutId[] {
  return useSyncExternalStore(dispatcher.subscribe, dispatcher.handledIds, () => NONE);
}
