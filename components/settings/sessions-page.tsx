"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { leaveConsole } from "@/components/layout/leave-console";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { fetchJson } from "@/lib/api/fetch-json";
import { roleIncludes } from "@/lib/api/role";
import { type Session, type SessionList, sessionEndedSchema, sessionListSchema } from "@/lib/api/sessions";
import type { User } from "@/lib/api/user";
import { type Confirmation, ConfirmDialog } from "./confirm-dialog";
import { OutdatedNotice } from "./outdated-notice";
import { type Owner, OwnerLinks } from "./owner-links";
import classes from "./settings.module.css";
import { SettingsTable } from "./settings-table";
import { useSettingsList } from "./use-settings-list";

type SessionsPageProps = { initial: SessionList; owner: Owner; user: User };

/** Signed-in browsers, and how to end what should not be. */
export function SessionsPage({ initial, owner, user }: SessionsPageProps) {
  const t = useTranslations("settings.sessions");
  const { data, error, renew } = useSettingsList(`/api/sessions?owner=${owner}`, sessionListSchema, initial);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const columns = [t("browser"), t("address"), t("created"), t("lastUsed"), t("expires"), t("actions")];

  const ending = ({ id, current, owner: { username } }: Session): Confirmation => ({
    title: t("confirm", { name: username }),
    text: t(current ? "confirmCurrent" : "confirmText"),
    action: t("end"),
    danger: true,
    async run() {
      if (current) return leaveConsole();
      await fetchJson(`/api/sessions/${id}`, sessionEndedSchema, { method: "DELETE" });
      void renew();
    },
  });
  return (
    <>
      <div className={classes.intro}>
        <p>{t("intro")}</p>
        {roleIncludes(user.role, "admin") && <OwnerLinks owner={owner} />}
      </div>
      <OutdatedNotice error={error} onRetry={() => void renew()} />
      <SettingsTable
        label={t("label")}
        columns={owner === "all" ? [t("owner"), ...columns] : columns}
        rows={data.items.map((session) => ({
          id: session.id,
          cells: [
            ...(owner === "all" ? [<InertText key="owner" text={session.owner.username} />] : []),
            <>
              {session.current && <strong>{t("current")}: </strong>}
              <FoldableText text={session.userAgent ?? t("unknown")} />
            </>,
            <InertText key="address" mono text={session.address ?? t("unknown")} />,
            <InstantText key="created" instant={session.createdAt} precision="minute" />,
            <InstantText key="used" instant={session.lastUsedAt} precision="minute" />,
            <InstantText key="expires" instant={session.expiresAt} precision="minute" />,
            <Button
              key="end"
              variant="default"
              size="compact-xs"
              aria-label={t("endOf", {
                name: session.owner.username,
                address: session.address ?? t("unknown"),
              })}
              onClick={() => setConfirmation(ending(session))}
            >
              {t("end")}
            </Button>,
          ],
        }))}
      />
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(null)} />
    </>
  );
}
