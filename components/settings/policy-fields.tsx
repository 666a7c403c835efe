"use client";

import "@/components/layout/mantine-part-styles";
import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { LANGUAGES } from "@/components/layout/language-items";
import { NOTE_POLICIES, REASON_POLICIES } from "@/lib/api/policy";
import type { Settings } from "@/lib/api/settings";
import { HINT_BELOW } from "./hint-below";
import classes from "./settings.module.css";

type PolicyFieldsProps = {
  settings: Settings;
  disabled: boolean;
  errorOf: (field: string) => string | false;
};

/** The fields of the policy, as they are set now. */
export function PolicyFields({ settings, disabled, errorOf }: PolicyFieldsProps) {
  const t = useTranslations("settings.policy");
  const { policy, retentionDays, defaults } = settings;
  const choices = (values: readonly (typeof NOTE_POLICIES)[number][]) =>
    values.map((value) => ({ value, label: t(`requirement.${value}`) }));
  return (
    <>
      <fieldset className={classes.group} disabled={disabled}>
        <legend>{t("status")}</legend>
        <div className={classes.fields}>
          <NativeSelect
            size="xs"
            name="requireNote"
            label={t("requireNote")}
            defaultValue={policy.requireNote}
            data={choices(NOTE_POLICIES)}
            error={errorOf("policy.requireNote")}
          />
          <NativeSelect
            size="xs"
            name="requireReason"
            label={t("requireReason")}
            defaultValue={policy.requireReason}
            data={choices(REASON_POLICIES)}
            error={errorOf("policy.requireReason")}
          />
        </div>
      </fieldset>
      <fieldset className={classes.group} disabled={disabled}>
        <legend>{t("retention")}</legend>
        <div className={classes.fields}>
          <TextInput
            size="xs"
            name="retentionDays"
            label={t("retentionDays")}
            description={t("retentionHint")}
            inputWrapperOrder={HINT_BELOW}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={retentionDays ?? ""}
            error={errorOf("retentionDays")}
          />
        </div>
      </fieldset>
      <fieldset className={classes.group} disabled={disabled}>
        <legend>{t("defaults")}</legend>
        <div className={classes.fields}>
          <TextInput
            size="xs"
            name="timeZone"
            label={t("timeZone")}
            description={t("timeZoneHint")}
            inputWrapperOrder={HINT_BELOW}
            autoComplete="off"
            spellCheck={false}
            defaultValue={defaults.timeZone}
            error={errorOf("defaults.timeZone")}
          />
          <NativeSelect
            size="xs"
            name="language"
            label={t("language")}
            defaultValue={defaults.language ?? ""}
            data={[{ value: "", label: t("browserLanguage") }, ...LANGUAGES]}
            error={errorOf("defaults.language")}
          />
        </div>
      </fieldset>
    </>
  );
}
