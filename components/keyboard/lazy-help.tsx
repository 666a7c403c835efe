"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/keyboard.json";
import chinese from "@/messages/zh/keyboard.json";
import { HelpDialog } from "./help-dialog";

const MESSAGES = { en: english, zh: chinese };

/** The help with its texts, loaded together when somebody asks: no page carries them. */
export function LazyHelp(props: { opened: boolean; onClose: () => void }) {
  return (
    <AddedMessages messages={{ keyboard: MESSAGES[useLocale()] }}>
      <HelpDialog {...props} />
    </AddedMessages>
  );
}
