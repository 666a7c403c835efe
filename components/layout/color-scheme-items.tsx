"use client";

import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { MenuChoice } from "./menu-choice";

export const SCHEMES: readonly MantineColorScheme[] = ["light", "dark", "auto"];

/** Light, dark or as the system says; remembered by the browser. */
export function ColorSchemeItems() {
  const t = useTranslations("layout.theme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = SCHEMES.map((value) => ({ value, label: t(value) }));
  return <MenuChoice label={t("label")} choices={choices} value={colorScheme} onChange={setColorScheme} />;
}
