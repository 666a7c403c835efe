"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { InertText } from "@/components/ui/inert-text";
import { Notice } from "@/components/ui/notice";
import classes from "./settings.module.css";

export type Secret = { readonly kind: "password" | "token"; readonly name: string; readonly value: string };

/** A password or token that is told this once, until the person says that it is kept. */
export function SecretOnce({ secret, onDone }: { secret: Secret; onDone: () => void }) {
  const t = useTranslations("settings.once");
  const { kind, name, value } = secret;
  return (
    <Notice
      tone="warning"
      action={
        <Button variant="default" size="compact-xs" onClick={onDone}>
          {t("done")}
        </Button>
      }
    >
      {t(kind, { name })}
      <div className={classes.secret}>
        <code>
          <InertText mono text={value} />
        </code>
        <CopyButton value={value} label={t("copy")} />
      </div>
    </Notice>
  );
}
