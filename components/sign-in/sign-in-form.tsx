"use client";

import "@/components/layout/mantine-part-styles";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import classes from "./sign-in.module.css";
import { signInErrorKey } from "./sign-in-error-key";

type SignInFormProps = {
  /** A path of this site, see `callbackPath`. */
  callbackPath: string;
  /** What went wrong at an earlier try, as next-auth names it. */
  error: string | null;
};

/** Username and password. What was wrong with them is not said: it would tell strangers which names exist. */
export function SignInForm({ callbackPath, error: firstError }: SignInFormProps) {
  const t = useTranslations("sign-in");
  const [error, setError] = useState(firstError);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    const failure = await attempt(String(form.get("username")), String(form.get("password")), callbackPath);
    if (failure === null) {
      // A full load: nothing that was read before signing in is kept.
      window.location.assign(callbackPath);
      return;
    }
    setBusy(false);
    setError(failure);
    password.current?.select();
  }

  // `post` keeps the password out of the address bar, should the form be sent before the script runs.
  return (
    <form method="post" onSubmit={submit} className={classes.form}>
      {error !== null && <Notice tone="danger">{t(`error.${signInErrorKey(error)}`)}</Notice>}
      <TextInput
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <PasswordInput
        ref={password}
        name="password"
        label={t("password")}
        autoComplete="current-password"
        maxLength={500}
        required
        withAsterisk={false}
      />
      <Button type="submit" size="sm" fullWidth loading={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}

/** `null` when it worked, else next-auth's word for what did not. */
async function attempt(username: string, password: string, callbackUrl: string): Promise<string | null> {
  try {
    const { getProviders, signIn } = await import("next-auth/react");
    // Without an answer to this, signing in would leave for a page that does not answer either.
    if ((await getProviders()) === null) return "unreachable";
    const result = await signIn("credentials", { username, password, callbackUrl, redirect: false });
    return result?.ok ? null : (result?.error ?? "unreachable");
  } catch {
    return "unreachable";
  }
}
