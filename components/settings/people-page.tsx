"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type PersonList, personListSchema } from "@/lib/api/people";
import { roleIncludes } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import { type Confirmation, ConfirmDialog } from "./confirm-dialog";
import { CreatePersonForm } from "./create-person-form";
import { OutdatedNotice } from "./outdated-notice";
import { PeopleTable } from "./people-table";
import { type Secret, SecretOnce } from "./secret-once";
import { useSettingsList } from "./use-settings-list";

/** Everybody who has an account; administrators manage them here. */
export function PeoplePage({ initial, user }: { initial: PersonList; user: User }) {
  const t = useTranslations("settings");
  const { data, error, renew } = useSettingsList("/api/people", personListSchema, initial);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const mayChange = roleIncludes(user.role, "admin");
  return (
    <>
      {!mayChange && <Notice tone="info">{t("adminOnly")}</Notice>}
      <OutdatedNotice error={error} onRetry={() => void renew()} />
      {secret && <SecretOnce secret={secret} onDone={() => setSecret(null)} />}
      <PeopleTable
        people={data.items}
        user={user}
        mayChange={mayChange}
        onConfirm={setConfirmation}
        onChanged={() => void renew()}
        onSecret={setSecret}
      />
      {mayChange && <CreatePersonForm onCreated={() => void renew()} onSecret={setSecret} />}
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(null)} />
    </>
  );
}
