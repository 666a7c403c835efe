import { ListFilter, type LucideIcon, Radar } from "lucide-react";

export type NavigationItem = { readonly href: string; readonly label: string; readonly icon: LucideIcon };

/** The console's pages in the order of the navigation: those that exist, no others. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: "/events", label: "Events", icon: ListFilter },
  { href: "/sources", label: "Sources", icon: Radar },
];
