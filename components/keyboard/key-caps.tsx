"use client";

import { useOs } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import classes from "./key-caps.module.css";
import { parseKeys } from "./key-combination";
import { type ShortcutId, shortcutOf } from "./shortcuts";

/** What is printed on keys whose name is not. */
const CAPS: Readonly<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };

function capOf(key: string): string {
  return CAPS[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key);
}

type KeyCapsProps = {
  id: ShortcutId;
  /** Only the first of several ways. */
  brief?: boolean;
};

/** The keys of a shortcut as they are printed on the reader's keyboard. */
export function KeyCaps({ id, brief = false }: KeyCapsProps) {
  const t = useTranslations("keyboard.help");
  const mac = useOs() === "macos";
  const { keys } = shortcutOf(id);
  return (brief ? keys.slice(0, 1) : keys).map((combination, index) => (
    <Fragment key={combination}>
      {index > 0 && <span className={classes.word}> {t("or")} </span>}
      {parseKeys(combination).map(({ key, mod, shift }, step) => (
        <Fragment key={key}>
          {step > 0 && <span className={classes.word}> {t("then")} </span>}
          <span className={classes.keys}>
            {mod && <kbd className={classes.cap}>{mac ? "⌘" : "Ctrl"}</kbd>}
            {shift && <kbd className={classes.cap}>Shift</kbd>}
            <kbd className={classes.cap}>{capOf(key)}</kbd>
          </span>
        </Fragment>
      ))}
    </Fragment>
  ));
}
