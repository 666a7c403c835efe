import { ListFilter, type LucideIcon, Radar } from "lucide-react";
import type { Messages } from "@/messages/messages-of";

export type NavigationItem = {
  readonly href: string;
  readonly label: keyof Messages["layout"]["navigation"];
  readonly icon: LucideIcon;
};

/** The console's pages in the order of the navigation: those that exist, no others. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: "/events", label: "events", icon: ListFilter },
  { href: "/sources", label: "sources", icon: Radar },
];
