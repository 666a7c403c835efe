"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef } from "react";
import { ROLES, type Role, roleIncludes } from "@/lib/api/role";
import { type CreateToken, createTokenSchema, tokenCreatedSchema } from "@/lib/api/tokens";
import { roleIn } from "./role-in";
import type { Secret } from "./secret-once";
import { SendFailure } from "./send-failure";
import { sendJson } from "./send-json";
import classes from "./settings.module.css";
import { TOKEN_LIFETIMES, tokenExpiry } from "./token-expiry";
import { useCheckedForm } from "./use-checked-form";

type CreateTokenFormProps = { role: Role; onCreated: () => void; onSecret: (secret: Secret) => void };

/** A new token with a role no higher than one's own; it is shown once. */
export function CreateTokenForm({ role, onCreated, onSecret }: CreateTokenFormProps) {
  const t = useTranslations("settings.tokens");
  const roles = useTranslations("layout.account.roles");
  const heading = useId();
  const fields = useRef<HTMLFormElement>(null);
  const form = useCheckedForm({
    schema: createTokenSchema,
    send: (input: CreateToken) => sendJson("POST", "/api/tokens", tokenCreatedSchema, input),
    onDone({ token, secret }) {
      fields.current?.reset();
      onCreated();
      onSecret({ kind: "token", name: token.name, value: secret });
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input: CreateToken = {
      name: String(given.get("name")),
      role: roleIn(given),
      expiresAt: tokenExpiry(Number(given.get("days")), new Date()),
    };
    if (form.check(input)) form.send(input);
  }
  return (
    <form
      ref={fields}
      method="post"
      noValidate
      onSubmit={submit}
      className={classes.card}
      aria-labelledby={heading}
    >
      <h2 id={heading}>{t("create")}</h2>
      <SendFailure error={form.error} />
      <div className={classes.fields}>
        <TextInput
          size="xs"
          name="name"
          label={t("name")}
          placeholder={t("nameHint")}
          autoComplete="off"
          error={form.errorOf("name")}
        />
        <NativeSelect
          size="xs"
          name="role"
          label={t("role")}
          data={ROLES.filter((value) => roleIncludes(role, value)).map((value) => ({
            value,
            label: roles(value),
          }))}
          error={form.errorOf("role")}
        />
        <NativeSelect
          size="xs"
          name="days"
          label={t("lifetime")}
          defaultValue="30"
          data={TOKEN_LIFETIMES.map((count) => ({ value: String(count), label: t("days", { count }) }))}
          error={form.errorOf("expiresAt")}
        />
      </div>
      <Button type="submit" loading={form.pending}>
        {t("createAction")}
      </Button>
    </form>
  );
}
