"use client";

import { useTranslations } from "next-intl";
import { MenuChoice } from "./menu-choice";
import { useTimeZone, type ZoneChoice } from "./time-zone";

export const ZONES: readonly ZoneChoice[] = ["utc", "local"];

/** Which zone every time is shown in. */
export function TimeZoneItems() {
  const t = useTranslations("layout.timeZone");
  const { choice, choose } = useTimeZone();
  const choices = ZONES.map((value) => ({ value, label: t(value) }));
  return <MenuChoice label={t("label")} choices={choices} value={choice} onChange={choose} />;
}
