"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSingleKeys } from "@/components/keyboard/use-single-keys";
import { useLanguageChoice } from "@/components/language/use-language-choice";
import { SCHEMES } from "@/components/layout/color-scheme-items";
import { LANGUAGES } from "@/components/layout/language-items";
import { leaveConsole } from "@/components/layout/leave-console";
import { useTimeZone } from "@/components/layout/time-zone";
import { SHOWN_TIME_ZONES } from "@/lib/api/preference-choices";
import type { PaletteCommand } from "./palette-command";

type ActionCommandsOptions = { onHelp: () => void; onCopyLink: () => void };

/** The commands that change how the console looks and behaves, and the way out of it. */
export function useActionCommands({ onHelp, onCopyLink }: ActionCommandsOptions): PaletteCommand[] {
  const t = useTranslations("palette.actions");
  const layout = useTranslations("layout");
  const { setColorScheme } = useMantineColorScheme();
  const { choose: chooseLanguage } = useLanguageChoice();
  const { choose: chooseZone } = useTimeZone();
  const [singleKeys, setSingleKeys] = useSingleKeys();

  const action = (id: string, label: string, run: () => void): PaletteCommand => ({
    id: `action ${id}`,
    group: "actions",
    label,
    run,
  });

  const choice = (what: string, value: string) => t("choice", { what, value });
  return [
    { ...action("help", t("help"), onHelp), shortcut: "openHelp" },
    { ...action("link", t("copyLink"), onCopyLink), shortcut: "copyLink" },
    ...SCHEMES.map((scheme) =>
      action(scheme, choice(layout("theme.label"), layout(`theme.${scheme}`)), () => setColorScheme(scheme)),
    ),
    ...SHOWN_TIME_ZONES.map((zone) =>
      action(zone, choice(layout("timeZone.label"), layout(`timeZone.${zone}`)), () => chooseZone(zone)),
    ),
    ...LANGUAGES.map(({ value, label }) =>
      action(value, choice(layout("language.label"), label), () => chooseLanguage(value)),
    ),
    action("keys", t(singleKeys ? "singleKeysOff" : "singleKeysOn"), () => setSingleKeys(!singleKeys)),
    action("leave", layout("account.signOut"), () => void leaveConsole()),
  ];
}
