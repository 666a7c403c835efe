"use client";

import { Button, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef } from "react";
import { type CreatePerson, createPersonSchema, personWithPasswordSchema } from "@/lib/api/people";
import { ROLES } from "@/lib/api/role";
import { HINT_BELOW } from "./hint-below";
import { roleIn } from "./role-in";
import type { Secret } from "./secret-once";
import { SendFailure } from "./send-failure";
import { sendJson } from "./send-json";
import classes from "./settings.module.css";
import { useCheckedForm } from "./use-checked-form";

type CreatePersonFormProps = { onCreated: () => void; onSecret: (secret: Secret) => void };

/** A new local account; without a password one is made and shown once. */
export function CreatePersonForm({ onCreated, onSecret }: CreatePersonFormProps) {
  const t = useTranslations("settings.people");
  const roles = useTranslations("layout.account.roles");
  const heading = useId();
  const fields = useRef<HTMLFormElement>(null);
  const form = useCheckedForm({
    schema: createPersonSchema,
    send: (input: CreatePerson) => sendJson("POST", "/api/people", personWithPasswordSchema, input),
    onDone({ person, password }) {
      fields.current?.reset();
      onCreated();
      if (password !== null) onSecret({ kind: "password", name: person.username, value: password });
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const password = String(given.get("password"));
    const input: CreatePerson = {
      username: String(given.get("username")).trim(),
      role: roleIn(given),
      ...(password === "" ? {} : { password }),
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
          name="username"
          label={t("username")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={form.errorOf("username")}
        />
        <NativeSelect
          size="xs"
          name="role"
          label={t("role")}
          data={ROLES.map((value) => ({ value, label: roles(value) }))}
          error={form.errorOf("role")}
        />
        <PasswordInput
          size="xs"
          name="password"
          label={t("password")}
          description={t("passwordHint")}
          inputWrapperOrder={HINT_BELOW}
          autoComplete="new-password"
          error={form.errorOf("password")}
        />
      </div>
      <Button type="submit" loading={form.pending}>
        {t("createAction")}
      </Button>
    </form>
  );
}
