"use client";

import { ActionIcon } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Keyboard, Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { collectTyping } from "@/components/keyboard/early-typing";
import { GoToKeys } from "@/components/keyboard/go-to-keys";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { orNothing } from "@/components/ui/load-part";
import classes from "./console-tools.module.css";

// Neither is there before somebody asks for it: the rows come first.
const LazyHelp = dynamic(
  orNothing(() => import("@/components/keyboard/lazy-help").then((module) => module.LazyHelp)),
  {
    ssr: false,
  },
);
const LazyPalette = dynamic(
  orNothing(() => import("./lazy-palette").then((module) => module.LazyPalette)),
  {
    ssr: false,
  },
);

/** What is to be had on every page: command palette, keyboard help, keys to other pages, a link to this one. */
export function ConsoleTools() {
  const t = useTranslations("layout.tools");
  const [open, setOpen] = useState<"help" | "palette" | null>(null);
  // What was open once stays loaded, so that it can close properly.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const clipboard = useClipboard({ timeout: 2_000 });
  const show = (dialog: "help" | "palette") => {
    setOpen(dialog);
    setAsked((before) => [...before, dialog]);
  };
  const hide = (dialog: "help" | "palette") => setOpen((shown) => (shown === dialog ? null : shown));
  const showPalette = () => {
    collectTyping(() => hide("palette"));
    show("palette");
  };
  const copyLink = () => clipboard.copy(window.location.href);

  useShortcut("openHelp", () => show("help"));
  useShortcut("openPalette", showPalette);
  useShortcut("copyLink", copyLink);

  return (
    <div className={classes.tools}>
      <GoToKeys />
      <ActionIcon
        variant="subtle"
        color="gray"
        title={t("palette")}
        aria-label={t("palette")}
        onClick={showPalette}
      >
        <Search size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.help}
        title={t("help")}
        aria-label={t("help")}
        onClick={() => show("help")}
      >
        <Keyboard size={16} aria-hidden="true" />
      </ActionIcon>
      <span className={classes.said} role="status" data-shown={clipboard.copied || clipboard.error !== null}>
        {clipboard.copied && t("linkCopied")}
        {clipboard.error && t("linkNotCopied")}
      </span>
      {asked.includes("help") && <LazyHelp opened={open === "help"} onClose={() => hide("help")} />}
      {asked.includes("palette") && (
        <LazyPalette
          opened={open === "palette"}
          onClose={() => hide("palette")}
          onHelp={() => show("help")}
          onCopyLink={copyLink}
        />
      )}
    </div>
  );
}
