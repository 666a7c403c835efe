"use client";

import { useTranslations } from "next-intl";
import { SHOWN_TIME_ZONES } from "@/lib/api/preference-choices";
import { MenuChoice } from "./menu-choice";
import { useTimeZone } from "./time-zone";

/** Which zone every time is shown in. */
export function TimeZoneItems() {
  const t = useTranslations("layout.timeZone");
  const { choice, byDefault, choose } = useTimeZone();
  const choices = SHOWN_TIME_ZONES.map((value) => ({ value, label: t(value) }));
  const shown = choice ?? SHOWN_TIME_ZONES.find((zone) => zone === byDefault) ?? null;
  return <MenuChoice label={t("label")} choices={choices} value={shown} onChange={choose} />;
}
