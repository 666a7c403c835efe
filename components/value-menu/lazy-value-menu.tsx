"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/value-menu.json";
import chinese from "@/messages/zh/value-menu.json";
import { ValueMenu, type ValueMenuProps } from "./value-menu";

const MESSAGES = { en: { "value-menu": english }, zh: { "value-menu": chinese } };

/** The menu with its texts, loaded when it is asked for. */
export function LazyValueMenu(props: ValueMenuProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <ValueMenu {...props} />
    </AddedMessages>
  );
}
