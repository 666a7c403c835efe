"use client";

import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { MenuChoice } from "./menu-choice";

const SCHEMES: readonly { value: MantineColorScheme; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the system" },
];

/** Light, dark or as the system says; remembered by the browser. */
export function ColorSchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return <MenuChoice label="Theme" choices={SCHEMES} value={colorScheme} onChange={setColorScheme} />;
}
