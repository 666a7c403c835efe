"use client";

import "@/components/layout/mantine-part-styles";
import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useSingleKeys } from "@/components/keyboard/use-single-keys";
import { useLanguageChoice } from "@/components/language/use-language-choice";
import { LANGUAGES } from "@/components/layout/language-items";
import { useTimeZone } from "@/components/layout/time-zone";
import { usePreferences } from "@/components/preferences/preferences-provider";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { InertText } from "@/components/ui/inert-text";
import { Notice } from "@/components/ui/notice";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { useErrorText } from "@/components/ui/use-error-text";
import { DENSITIES, SHOWN_TIME_ZONES } from "@/lib/api/preference-choices";
import classes from "./settings.module.css";

/** What one person chooses for their own screens; each choice holds at once. */
export function PreferencesPage() {
  const t = useTranslations("settings.preferences");
  const zoneNames = useTranslations("layout.timeZone");
  const { language, choose: chooseLanguage } = useLanguageChoice();
  const { choice: zone, byDefault, choose: chooseZone } = useTimeZone();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { preferences, change, stored } = usePreferences();
  const errorText = useErrorText();
  const box = useRef<HTMLInputElement>(null);
  useEarlyInput(box, ({ checked }) => checked !== singleKeys && setSingleKeys(checked));
  return (
    <div className={classes.card}>
      <p className={classes.quiet}>{t("intro")}</p>
      {stored instanceof Error && (
        <Notice tone="danger">
          {t.rich("notStored", { reason: () => <InertText text={errorText(stored)} /> })}
        </Notice>
      )}
      <div className={classes.fields}>
        <ChoiceSelect
          label={t("language")}
          value={language}
          data={[...LANGUAGES]}
          onChoose={(value) => {
            const chosen = LANGUAGES.find((candidate) => candidate.value === value);
            if (chosen) chooseLanguage(chosen.value);
          }}
        />
        <ChoiceSelect
          label={t("timeZone")}
          value={zone ?? ""}
          data={[
            { value: "", label: zoneNames("byDefault", { zone: byDefault }) },
            ...SHOWN_TIME_ZONES.map((value) => ({ value, label: zoneNames(value) })),
          ]}
          onChoose={(value) => chooseZone(SHOWN_TIME_ZONES.find((candidate) => candidate === value) ?? null)}
        />
        <ChoiceSelect
          label={t("density")}
          value={preferences.density}
          data={DENSITIES.map((value) => ({ value, label: t(`densities.${value}`) }))}
          onChoose={(value) => {
            const density = DENSITIES.find((candidate) => candidate === value);
            if (density) change({ density });
          }}
        />
      </div>
      <Checkbox
        ref={box}
        size="xs"
        autoComplete="off"
        label={t("singleKeys")}
        description={t("singleKeysHint")}
        checked={singleKeys}
        onChange={({ currentTarget: { checked } }) => setSingleKeys(checked)}
      />
      <span role="status">{stored === true && t("saved")}</span>
    </div>
  );
}
