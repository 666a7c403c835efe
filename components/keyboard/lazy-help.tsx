"use client";

import { useMounted } from "@mantine/hooks";
import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/keyboard.json";
import chinese from "@/messages/zh/keyboard.json";
import { HelpDialog } from "./help-dialog";

const MESSAGES = { en: english, zh: chinese };

/** The help with its texts, loaded together when somebody asks: no page carries them. */
export function LazyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  // A dialog gives the focus back only if it was there, closed, before it opened.
  const mounted = useMounted();
  return (
    <AddedMessages messages={{ keyboard: MESSAGES[useLocale()] }}>
      <HelpDialog opened={opened && mounted} onClose={onClose} />
    </AddedMessages>
  );
}
