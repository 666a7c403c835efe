"use client";

import { useMounted } from "@mantine/hooks";
import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import keyboardEn from "@/messages/en/keyboard.json";
import paletteEn from "@/messages/en/palette.json";
import keyboardZh from "@/messages/zh/keyboard.json";
import paletteZh from "@/messages/zh/palette.json";
import { CommandPalette, type CommandPaletteProps } from "./command-palette";

const MESSAGES = {
  en: { keyboard: keyboardEn, palette: paletteEn },
  zh: { keyboard: keyboardZh, palette: paletteZh },
};

/** The palette with its texts, loaded together when somebody asks: no page carries them. */
export function LazyPalette({ opened, ...props }: CommandPaletteProps) {
  // A dialog gives the focus back only if it was there, closed, before it opened.
  const mounted = useMounted();
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <CommandPalette opened={opened && mounted} {...props} />
    </AddedMessages>
  );
}
