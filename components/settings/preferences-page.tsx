"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSingleKeys } from "@/components/keyboard/single-keys";
import { useLanguageChoice } from "@/components/language/use-language-choice";
import { LANGUAGES } from "@/components/layout/language-items";
import { useTimeZone, type ZoneChoice } from "@/components/layout/time-zone";
import { ZONES } from "@/components/layout/time-zone-items";
import { fetchJson } from "@/lib/api/fetch-json";
import { DENSITIES, type Preferences, preferencesResponseSchema } from "@/lib/api/preferences";
import { SendFailure } from "./send-failure";
import { sendJson } from "./send-json";
import classes from "./settings.module.css";

const PREFERENCES = "/api/preferences";

const SHOWN_ZONES = { utc: "UTC", local: "local" } as const satisfies Record<
  ZoneChoice,
  Preferences["timeZone"]
>;

/** Changes some of the person's choices. Read first: another page may have changed the others. */
async function changePreferences(change: Partial<Preferences>) {
  const { preferences } = await fetchJson(PREFERENCES, preferencesResponseSchema);
  return sendJson("PUT", PREFERENCES, preferencesResponseSchema, { ...preferences, ...change });
}

/** What one person chooses for their own screens; each choice holds at once. */
export function PreferencesPage({ initial }: { initial: Preferences }) {
  const t = useTranslations("settings.preferences");
  const zoneNames = useTranslations("layout.timeZone");
  const { language, choose: chooseLanguage } = useLanguageChoice();
  const { choice: zone, choose: chooseZone } = useTimeZone();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [density, setDensity] = useState(initial.density);
  const { mutate, error, isSuccess } = useMutation({ mutationFn: changePreferences });
  return (
    <div className={classes.card}>
      <p className={classes.quiet}>{t("intro")}</p>
      <SendFailure error={error} />
      <div className={classes.fields}>
        <NativeSelect
          size="xs"
          label={t("language")}
          value={language}
          data={[...LANGUAGES]}
          onChange={({ currentTarget: { value } }) => {
            const chosen = LANGUAGES.find((candidate) => candidate.value === value);
            if (chosen) chooseLanguage(chosen.value);
          }}
        />
        <NativeSelect
          size="xs"
          label={t("timeZone")}
          value={zone}
          data={ZONES.map((value) => ({ value, label: zoneNames(value) }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = ZONES.find((candidate) => candidate === value);
            if (!chosen) return;
            chooseZone(chosen);
            mutate({ timeZone: SHOWN_ZONES[chosen] });
          }}
        />
        <NativeSelect
          size="xs"
          label={t("density")}
          value={density}
          data={DENSITIES.map((value) => ({ value, label: t(`densities.${value}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = DENSITIES.find((candidate) => candidate === value);
            if (!chosen) return;
            setDensity(chosen);
            mutate({ density: chosen });
          }}
        />
      </div>
      <Checkbox
        size="xs"
        label={t("singleKeys")}
        description={t("singleKeysHint")}
        checked={singleKeys}
        onChange={({ currentTarget: { checked } }) => {
          setSingleKeys(checked);
          mutate({ singleKeyShortcuts: checked });
        }}
      />
      <span role="status">{isSuccess && t("saved")}</span>
    </div>
  );
}
