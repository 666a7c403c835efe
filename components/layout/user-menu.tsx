"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { ChevronDown, LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ColorSchemeItems } from "./color-scheme-items";
import classes from "./console-shell.module.css";
import { LanguageItems } from "./language-items";
import { leaveConsole } from "./leave-console";
import type { SignedInPerson } from "./signed-in";
import { TimeZoneItems } from "./time-zone-items";

/** The signed-in user, the look of the console, its language, its time zone, and the way out. */
export function UserMenu({ user }: { user: SignedInPerson }) {
  const t = useTranslations("layout.account");
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t("button", { name: user.name })}>
          <span className={classes.avatar} aria-hidden="true">
            {user.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.userName}>{user.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("signedInAs", { name: user.name, role: t(`roles.${user.role}`) })}</Menu.Label>
        <Menu.Divider />
        <ColorSchemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <TimeZoneItems />
        <Menu.Divider />
        <Menu.Item component={Link} href="/settings" prefetch={false} leftSection={<Settings size={14} />}>
          {t("settings")}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={14} />} onClick={() => void leaveConsole()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
