"use client";

import { useTranslations } from "next-intl";
import {
  type ChangePerson,
  type Person,
  personSchema,
  personWithPasswordSchema,
  type ResetPassword,
} from "@/lib/api/people";
import type { Role } from "@/lib/api/role";
import { sendJson } from "@/lib/api/send-json";
import type { Confirmation } from "./confirm-dialog";
import type { Secret } from "./secret-once";

type PersonOrdersOptions = { onChanged: () => void; onSecret: (secret: Secret) => void };

/** What an administrator can do with an account, each with the question that comes before it. */
export function usePersonOrders({ onChanged, onSecret }: PersonOrdersOptions) {
  const t = useTranslations("settings.people");
  const roles = useTranslations("layout.account.roles");

  async function change({ id, version }: Person, wanted: Pick<ChangePerson, "role" | "disabled">) {
    try {
      await sendJson("PATCH", `/api/people/${id}`, personSchema, {
        version,
        ...wanted,
      } satisfies ChangePerson);
    } finally {
      // After a conflict, too: the list then shows what the other person did.
      onChanged();
    }
  }

  return {
    changeRole: (person: Person, role: Role): Confirmation => ({
      title: t("confirmRole", { name: person.username, role: roles(role) }),
      text: t("confirmRoleText", { before: roles(person.role) }),
      action: t("confirmRoleAction"),
      run: () => change(person, { role }),
    }),
    setDisabled: (person: Person, disabled: boolean): Confirmation => ({
      title: t(disabled ? "confirmDisable" : "confirmEnable", { name: person.username }),
      text: t(disabled ? "confirmDisableText" : "confirmEnableText"),
      action: t(disabled ? "disable" : "enable"),
      danger: disabled,
      run: () => change(person, { disabled }),
    }),
    resetPassword: ({ id, username }: Person): Confirmation => ({
      title: t("confirmReset", { name: username }),
      text: t("confirmResetText"),
      action: t("reset"),
      danger: true,
      async run() {
        const body = {} satisfies ResetPassword;
        const answer = await sendJson("POST", `/api/people/${id}/password`, personWithPasswordSchema, body);
        onChanged();
        if (answer.password !== null) {
          onSecret({ kind: "password", name: username, value: answer.password });
        }
      },
    }),
  };
}
