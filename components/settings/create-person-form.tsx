"use client";

import "@/components/layout/mantine-part-styles";
import { NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type CreatePerson, createPersonSchema, personWithPasswordSchema } from "@/lib/api/people";
import { ROLES } from "@/lib/api/role";
import { sendJson } from "@/lib/api/send-json";
import { CreateForm } from "./create-form";
import { HINT_BELOW } from "./hint-below";
import { roleIn } from "./role-in";
import type { Secret } from "./secret-once";

type CreatePersonFormProps = { onCreated: () => void; onSecret: (secret: Secret) => void };

/** A new local account; without a password one is made and shown once. */
export function CreatePersonForm({ onCreated, onSecret }: CreatePersonFormProps) {
  const t = useTranslations("settings.people");
  const roles = useTranslations("layout.account.roles");
  return (
    <CreateForm
      name="person"
      title={t("create")}
      action={t("createAction")}
      schema={createPersonSchema}
      read={personIn}
      send={(input) => sendJson("POST", "/api/people", personWithPasswordSchema, input)}
      onDone={({ person, password }) => {
        onCreated();
        if (password !== null) onSecret({ kind: "password", name: person.username, value: password });
      }}
    >
      {(errorOf) => (
        <>
          <TextInput
            size="xs"
            name="username"
            label={t("username")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={errorOf("username")}
          />
          <NativeSelect
            size="xs"
            name="role"
            label={t("role")}
            data={ROLES.map((value) => ({ value, label: roles(value) }))}
            error={errorOf("role")}
          />
          <PasswordInput
            size="xs"
            name="password"
            label={t("password")}
            description={t("passwordHint")}
            inputWrapperOrder={HINT_BELOW}
            autoComplete="new-password"
            error={errorOf("password")}
            // Mantine marks other fields itself.
            aria-invalid={errorOf("password") !== false}
          />
        </>
      )}
    </CreateForm>
  );
}

function personIn(given: FormData): CreatePerson {
  const password = String(given.get("password"));
  return {
    username: String(given.get("username")).trim(),
    role: roleIn(given),
    ...(password === "" ? {} : { password }),
  };
}
