"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { ApiError } from "@/lib/api/fetch-json";
import { type Role, roleIncludes } from "@/lib/api/role";
import { sendJson } from "@/lib/api/send-json";
import {
  type ChangeSettings,
  changeSettingsSchema,
  type SettingsResponse,
  settingsResponseSchema,
} from "@/lib/api/settings";
import { type Confirmation, ConfirmDialog } from "./confirm-dialog";
import { OutdatedNotice } from "./outdated-notice";
import { PolicyFields } from "./policy-fields";
import { type PolicyInput, policyIn, removesMore } from "./policy-input";
import { SendFailure } from "./send-failure";
import classes from "./settings.module.css";
import { useCheckedForm } from "./use-checked-form";
import { useFormDraft } from "./use-form-draft";
import { useSettingsList } from "./use-settings-list";

const SETTINGS = "/api/settings";

function saveSettings(change: ChangeSettings): Promise<SettingsResponse> {
  return sendJson("PATCH", SETTINGS, settingsResponseSchema, change);
}

/** What an administrator decides for everybody: shown to all, changed by administrators. */
export function PolicyPage({ initial, role }: { initial: SettingsResponse; role: Role }) {
  const t = useTranslations("settings.policy");
  const settings = useTranslations("settings");
  const { data, error, renew } = useSettingsList(SETTINGS, settingsResponseSchema, initial);
  // What the form was filled with, and how often. What is read meanwhile does not change its fields: with the version
  // of that, somebody else's change would be overwritten unseen.
  const [filled, setFilled] = useState({ times: 0, from: data });
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const mayChange = roleIncludes(role, "admin");
  const shown = mayChange ? filled.from : data;
  const fields = useRef<HTMLFormElement>(null);
  const draft = useFormDraft(fields, "policy", filled.times);
  const form = useCheckedForm({
    form: fields,
    schema: changeSettingsSchema,
    send: (change: ChangeSettings) => saveSettings(change).finally(renew),
    // The fields hold what was sent, or what was typed since.
    onDone: (from) => {
      draft.forget();
      setFilled(({ times }) => ({ times, from }));
    },
  });
  const conflict = form.error instanceof ApiError && form.error.problem?.code === "conflict";

  function showCurrent() {
    form.forget();
    draft.forget();
    setFilled({ times: filled.times + 1, from: data });
  }
  function save(input: PolicyInput) {
    const change = { version: shown.version, ...input };
    if (!form.check(change)) return;
    const { retentionDays } = input;
    if (retentionDays === null || !removesMore(retentionDays, shown.settings.retentionDays)) {
      return form.send(change);
    }
    setConfirmation({
      title: t("confirm", { count: retentionDays }),
      text: t("confirmText"),
      action: t("save"),
      danger: true,
      run: async () => form.send(change),
    });
  }
  return (
    <>
      {!mayChange && <Notice tone="info">{settings("adminOnly")}</Notice>}
      <OutdatedNotice error={error} onRetry={() => void renew()} />
      <SendFailure error={form.error} />
      {conflict && (
        <div>
          <Button variant="default" onClick={showCurrent}>
            {t("showCurrent")}
          </Button>
        </div>
      )}
      <form
        key={mayChange ? filled.times : data.version}
        ref={fields}
        method="post"
        noValidate
        className={classes.card}
        aria-label={settings("tabs.policy")}
        onSubmit={(event) => {
          event.preventDefault();
          save(policyIn(new FormData(event.currentTarget)));
        }}
      >
        <PolicyFields settings={shown.settings} disabled={!mayChange} errorOf={form.errorOf} />
        {mayChange && (
          <div className={classes.buttons}>
            <Button type="submit" loading={form.pending}>
              {t("save")}
            </Button>
            <span role="status">{form.succeeded && t("saved")}</span>
          </div>
        )}
        <p className={classes.quiet}>
          {shown.updatedAt === null
            ? t("unchanged")
            : t.rich("changed", {
                name: shown.updatedBy ?? settings("none"),
                at: () => <InstantText instant={shown.updatedAt ?? ""} />,
              })}
        </p>
      </form>
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(null)} />
    </>
  );
}
