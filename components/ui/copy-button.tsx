"use client";

import { ActionIcon } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";

type CopyButtonProps = {
  value: string;
  /** What is copied, for people who do not see the icon: "Copy attacker address". */
  label: string;
  /** Tells this copy from another of the same value, for example the defanged one. */
  icon?: LucideIcon;
};

/** Copies a value to the clipboard and says that it did, or that the browser refused. */
export function CopyButton({ value, label, icon: Icon = Copy }: CopyButtonProps) {
  const t = useTranslations("ui.copy");
  const clipboard = useClipboard({ timeout: 1_500 });
  const name = clipboard.error ? t("refused") : clipboard.copied ? t("copied") : label;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      onClick={() => clipboard.copy(value)}
      title={name}
      aria-label={label}
    >
      {clipboard.copied ? <Check size={14} aria-hidden="true" /> : <Icon size={14} aria-hidden="true" />}
      <span className="sr-only" aria-live="polite">
        {clipboard.copied || clipboard.error ? name : ""}
      </span>
    </ActionIcon>
  );
}
