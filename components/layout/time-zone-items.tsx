"use client";

import { Menu } from "@mantine/core";
import { CheckMark } from "./check-mark";
import { useTimeZone, type ZoneChoice } from "./time-zone";

const CHOICES: readonly { value: ZoneChoice; label: string }[] = [
  { value: "utc", label: "UTC" },
  { value: "local", label: "This computer's zone" },
];

/** Which zone every time is shown in. */
export function TimeZoneItems() {
  const { choice, choose } = useTimeZone();
  return (
    <>
      <Menu.Label>Times in</Menu.Label>
      {CHOICES.map(({ value, label }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={choice === value}
          rightSection={<CheckMark shown={choice === value} />}
          onClick={() => choose(value)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
