"use client";

import { MenuChoice } from "./menu-choice";
import { useTimeZone, type ZoneChoice } from "./time-zone";

const CHOICES: readonly { value: ZoneChoice; label: string }[] = [
  { value: "utc", label: "UTC" },
  { value: "local", label: "This computer's zone" },
];

/** Which zone every time is shown in. */
export function TimeZoneItems() {
  const { choice, choose } = useTimeZone();
  return <MenuChoice label="Times in" choices={CHOICES} value={choice} onChange={choose} />;
}
