"use client";

import { useOnDemand } from "@/components/ui/use-on-demand";
import type { SignedInPerson } from "./signed-in";
import { UserButton } from "./user-button";

const load = () => import("./open-user-menu").then((module) => module.OpenUserMenu);

/** The signed-in user; what the menu holds comes when it is opened first. */
export function UserMenu({ user }: { user: SignedInPerson }) {
  const { part: OpenUserMenu, want, early } = useOnDemand(load);
  if (OpenUserMenu) return <OpenUserMenu user={user} />;
  return <UserButton user={user} aria-haspopup="menu" aria-expanded={false} onClick={want} {...early} />;
}
