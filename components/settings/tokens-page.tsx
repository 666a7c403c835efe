"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { fetchJson } from "@/lib/api/fetch-json";
import { roleIncludes } from "@/lib/api/role";
import { type Token, type TokenList, tokenListSchema, tokenSchema } from "@/lib/api/tokens";
import type { User } from "@/lib/api/user";
import { type Confirmation, ConfirmDialog } from "./confirm-dialog";
import { CreateTokenForm } from "./create-token-form";
import { OutdatedNotice } from "./outdated-notice";
import { type Owner, OwnerLinks } from "./owner-links";
import { type Secret, SecretOnce } from "./secret-once";
import classes from "./settings.module.css";
import { SettingsTable } from "./settings-table";
import { useSettingsList } from "./use-settings-list";

type TokensPageProps = { initial: TokenList; owner: Owner; user: User };

/** API tokens: make one, see when each was last used, end one. */
export function TokensPage({ initial, owner, user }: TokensPageProps) {
  const t = useTranslations("settings.tokens");
  const { data, error, renew } = useSettingsList(`/api/tokens?owner=${owner}`, tokenListSchema, initial);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);

  const revocation = ({ id, name }: Token): Confirmation => ({
    title: t("confirm", { name }),
    text: t("confirmText"),
    action: t("revoke"),
    danger: true,
    async run() {
      await fetchJson(`/api/tokens/${id}`, tokenSchema, { method: "DELETE" });
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
      {secret && <SecretOnce secret={secret} onDone={() => setSecret(null)} />}
      {data.items.length === 0 ? (
        <p className={classes.quiet}>{t("empty")}</p>
      ) : (
        <TokenTable
          tokens={data.items}
          owner={owner}
          onRevoke={(token) => setConfirmation(revocation(token))}
        />
      )}
      <CreateTokenForm role={user.role} onCreated={() => void renew()} onSecret={setSecret} />
      <ConfirmDialog confirmation={confirmation} onClose={() => setConfirmation(null)} />
    </>
  );
}

type TokenTableProps = { tokens: readonly Token[]; owner: Owner; onRevoke: (token: Token) => void };

function TokenTable({ tokens, owner, onRevoke }: TokenTableProps) {
  const t = useTranslations("settings.tokens");
  const never = useTranslations("settings")("never");
  const roles = useTranslations("layout.account.roles");
  return (
    <SettingsTable
      label={t("label")}
      columns={[
        t("name"),
        t("prefix"),
        ...(owner === "all" ? [t("owner")] : []),
        t("role"),
        t("state"),
        t("lastUsed"),
        t("expires"),
        t("created"),
        t("actions"),
      ]}
      rows={tokens.map((token) => ({
        id: token.id,
        quiet: token.state !== "active",
        cells: [
          <InertText key="name" text={token.name} />,
          <InertText key="prefix" mono text={token.prefix} />,
          ...(owner === "all" ? [<InertText key="owner" text={token.owner.username} />] : []),
          token.effectiveRole === token.role
            ? roles(token.role)
            : `${roles(token.role)} (${t("effective", { role: roles(token.effectiveRole) })})`,
          t(`states.${token.state}`),
          token.lastUsedAt ? <InstantText key="used" instant={token.lastUsedAt} precision="minute" /> : never,
          <InstantText key="expires" instant={token.expiresAt} precision="minute" />,
          <InstantText key="created" instant={token.createdAt} precision="minute" />,
          token.revokedAt === null && token.state !== "expired" && (
            <Button
              key="revoke"
              variant="default"
              size="compact-xs"
              aria-label={t("revokeOf", { name: token.name })}
              onClick={() => onRevoke(token)}
            >
              {t("revoke")}
            </Button>
          ),
        ],
      }))}
    />
  );
}
