"use client";

import "@/components/layout/mantine-part-styles";
import { Menu } from "@mantine/core";
import { LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { ColorSchemeItems } from "./color-scheme-items";
import { LanguageItems } from "./language-items";
import { leaveConsole } from "./leave-console";
import type { SignedInPerson } from "./signed-in";
import { TimeZoneItems } from "./time-zone-items";
import { UserButton } from "./user-button";

/** The signed-in user, the look of the console, its language, its time zone, and the way out. */
export function OpenUserMenu({ user }: { user: SignedInPerson }) {
  const t = useTranslations("layout.account");
  const { target, opened, setOpened } = useOpenOnArrival();
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <UserButton ref={target} user={user} />
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
