"use client";

import "@/components/layout/mantine-part-styles";
import { Button, PasswordInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { leaveConsole } from "@/components/layout/leave-console";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { ApiError, fetchJson } from "@/lib/api/fetch-json";
import { JSON_TYPE } from "@/lib/api/media-type";
import { passwordChangedSchema, SHORTEST_PASSWORD } from "@/lib/api/people";
import classes from "./sign-in.module.css";

type ChangePasswordFormProps = {
  /** A path of this site, see `callbackPath`. */
  callbackPath: string;
};

/** Old and new password; the server says what is wrong with either. */
export function ChangePasswordForm({ callbackPath }: ChangePasswordFormProps) {
  const t = useTranslations("change-password");
  const errorText = useErrorText();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (form.get("next") !== form.get("repeat")) return setError(t("differ"));
    setBusy(true);
    setError(null);
    try {
      await changePassword(String(form.get("current")), String(form.get("next")));
      // A full load: what was refused before is asked for anew.
      window.location.assign(callbackPath);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(errorText(failure));
      setBusy(false);
    }
  }

  // `post` keeps the passwords out of the address bar, should the form be sent before the script runs.
  return (
    <form method="post" onSubmit={submit} className={classes.form}>
      <Notice tone="info">{t("reason")}</Notice>
      {error !== null && <Notice tone="danger">{error}</Notice>}
      <PasswordInput name="current" label={t("current")} autoComplete="current-password" {...REQUIRED} />
      <PasswordInput
        name="next"
        label={t("next")}
        description={t("hint", { length: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        {...REQUIRED}
      />
      <PasswordInput name="repeat" label={t("repeat")} autoComplete="new-password" {...REQUIRED} />
      <Button type="submit" size="sm" fullWidth loading={busy}>
        {t("submit")}
      </Button>
      <Button variant="subtle" size="sm" fullWidth onClick={leaveConsole}>
        {t("signOut")}
      </Button>
    </form>
  );
}

const REQUIRED = { required: true, withAsterisk: false } as const;

function changePassword(currentPassword: string, newPassword: string) {
  return fetchJson("/api/account/password", passwordChangedSchema, {
    method: "POST",
    headers: { "content-type": JSON_TYPE },
    body: JSON.stringify({ currentPassword, newPassword }),
  });
}
