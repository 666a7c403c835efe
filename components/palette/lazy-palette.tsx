"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/palette.json";
import chinese from "@/messages/zh/palette.json";
import { CommandPalette, type CommandPaletteProps } from "./command-palette";

const MESSAGES = { en: english, zh: chinese };

/** The palette with its texts, loaded together when somebody asks: no page carries them. */
export function LazyPalette(props: CommandPaletteProps) {
  return (
    <AddedMessages messages={{ palette: MESSAGES[useLocale()] }}>
      <CommandPalette {...props} />
    </AddedMessages>
  );
}
