"use client";

import "@/components/layout/mantine-part-styles";
import { Button, PasswordInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { leaveConsole } from "@/components/layout/leave-console";
import { problemErrors } from "@/components/settings/field-errors";
import { useCheckedForm } from "@/components/settings/use-checked-form";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import {
  type ChangePassword,
  changePasswordSchema,
  passwordChangedSchema,
  SHORTEST_PASSWORD,
} from "@/lib/api/people";
import { sendJson } from "@/lib/api/send-json";
import classes from "./sign-in.module.css";

type ChangePasswordFormProps = {
  /** A path of this site, see `callbackPath`. */
  callbackPath: string;
};

/** Old and new password; what is wrong with either is said beside it. */
export function ChangePasswordForm({ callbackPath }: ChangePasswordFormProps) {
  const t = useTranslations("change-password");
  const errorText = useErrorText();
  const fields = useRef<HTMLFormElement>(null);
  const repeat = useRef<HTMLInputElement>(null);
  const [differ, setDiffer] = useState(false);
  const form = useCheckedForm({
    form: fields,
    schema: changePasswordSchema,
    send: (input: ChangePassword) => sendJson("POST", "/api/account/password", passwordChangedSchema, input),
    // A full load: what was refused before is asked for anew.
    onDone: () => window.location.assign(callbackPath),
  });
  const beside = Object.keys(problemErrors(form.error)).length > 0;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const newPassword = String(given.get("next"));
    const differs = newPassword !== given.get("repeat");
    setDiffer(differs);
    if (differs) return repeat.current?.focus();
    const input = { currentPassword: String(given.get("current")), newPassword };
    if (form.check(input)) form.send(input);
  }

  // `post` keeps the passwords out of the address bar, should the form be sent before the script runs.
  return (
    <form ref={fields} method="post" onSubmit={submit} className={classes.form}>
      <Notice tone="info">{t("reason")}</Notice>
      {form.error && !beside && <Notice tone="danger">{errorText(form.error)}</Notice>}
      <PasswordInput
        name="current"
        label={t("current")}
        autoComplete="current-password"
        {...fieldProps(form.errorOf("currentPassword"))}
      />
      <PasswordInput
        name="next"
        label={t("next")}
        description={t("hint", { length: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        {...fieldProps(form.errorOf("newPassword"))}
      />
      <PasswordInput
        ref={repeat}
        name="repeat"
        label={t("repeat")}
        autoComplete="new-password"
        {...fieldProps(differ && t("differ"))}
      />
      <Button type="submit" size="sm" fullWidth loading={form.pending || form.succeeded}>
        {t("submit")}
      </Button>
      <Button variant="subtle" size="sm" fullWidth onClick={leaveConsole}>
        {t("signOut")}
      </Button>
    </form>
  );
}

/** Mantine says of no password field by itself that it is not valid. */
const fieldProps = (error: string | false) =>
  ({ error, "aria-invalid": error !== false, required: true, withAsterisk: false }) as const;
