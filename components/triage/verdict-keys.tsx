"use client";

import type { ShortcutId } from "@/components/keyboard/shortcuts";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import type { Status } from "@/lib/events/status";

const KEYS = {
  toBeConfirmed: "setToBeConfirmed",
  confirmed: "setConfirmed",
  actioned: "setActioned",
  ignored: "setIgnored",
} as const satisfies Record<Status, ShortcutId>;

type VerdictKeysProps = { onStatus: (status: Status) => void };

/** One key per status. Shows nothing; only where a status may be changed. */
export function VerdictKeys({ onStatus }: VerdictKeysProps) {
  useShortcut(KEYS.toBeConfirmed, () => onStatus("toBeConfirmed"));
  useShortcut(KEYS.confirmed, () => onStatus("confirmed"));
  useShortcut(KEYS.actioned, () => onStatus("actioned"));
  useShortcut(KEYS.ignored, () => onStatus("ignored"));
  return null;
}
