"use client";

import "@/components/layout/mantine-part-styles";
import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ROLES, type Role, roleIncludes } from "@/lib/api/role";
import { sendJson } from "@/lib/api/send-json";
import { type CreateToken, createTokenSchema, tokenCreatedSchema } from "@/lib/api/tokens";
import { CreateForm } from "./create-form";
import { roleIn } from "./role-in";
import type { Secret } from "./secret-once";
import { TOKEN_LIFETIMES, tokenExpiry } from "./token-expiry";

type CreateTokenFormProps = { role: Role; onCreated: () => void; onSecret: (secret: Secret) => void };

/** A new token with a role no higher than one's own; it is shown once. */
export function CreateTokenForm({ role, onCreated, onSecret }: CreateTokenFormProps) {
  const t = useTranslations("settings.tokens");
  const roles = useTranslations("layout.account.roles");
  return (
    <CreateForm
      name="token"
      title={t("create")}
      action={t("createAction")}
      schema={createTokenSchema}
      read={tokenIn}
      send={(input) => sendJson("POST", "/api/tokens", tokenCreatedSchema, input)}
      onDone={({ token, secret }) => {
        onCreated();
        onSecret({ kind: "token", name: token.name, value: secret });
      }}
    >
      {(errorOf) => (
        <>
          <TextInput
            size="xs"
            name="name"
            label={t("name")}
            placeholder={t("nameHint")}
            autoComplete="off"
            error={errorOf("name")}
          />
          <NativeSelect
            size="xs"
            name="role"
            label={t("role")}
            data={ROLES.filter((value) => roleIncludes(role, value)).map((value) => ({
              value,
              label: roles(value),
            }))}
            error={errorOf("role")}
          />
          <NativeSelect
            size="xs"
            name="days"
            label={t("lifetime")}
            defaultValue="30"
            data={TOKEN_LIFETIMES.map((count) => ({ value: String(count), label: t("days", { count }) }))}
            error={errorOf("expiresAt")}
          />
        </>
      )}
    </CreateForm>
  );
}

function tokenIn(given: FormData): CreateToken {
  return {
    name: String(given.get("name")),
    role: roleIn(given),
    expiresAt: tokenExpiry(Number(given.get("days")), new Date()),
  };
}
