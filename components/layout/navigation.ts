import { Gauge, History, ListFilter, type LucideIcon, Radar, Settings } from "lucide-react";
import type { ShortcutId } from "@/components/keyboard/shortcuts";
import type { Messages } from "@/messages/messages-of";

export type NavigationItem = {
  readonly href: string;
  readonly label: keyof Messages["layout"]["navigation"];
  readonly icon: LucideIcon;
  /** Its key, from anywhere. */
  readonly shortcut?: ShortcutId;
};

/** The console's pages in the order of the navigation: those that exist, no others. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: "/", label: "overview", icon: Gauge, shortcut: "goToOverview" },
  { href: "/events", label: "events", icon: ListFilter, shortcut: "goToEvents" },
  { href: "/sources", label: "sources", icon: Radar, shortcut: "goToSources" },
  { href: "/activity", label: "activity", icon: History, shortcut: "goToActivity" },
  { href: "/settings", label: "settings", icon: Settings },
];
