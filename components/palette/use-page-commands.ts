"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { queueHref } from "@/components/events/queue-href";
import { NAVIGATION } from "@/components/layout/navigation";
import type { SavedView } from "@/lib/api/saved-views";
import { MAX_TEXT } from "@/lib/events/query";
import type { PaletteCommand } from "./palette-command";
import { narrowedQueue, QUICK_FILTER_IDS, QUICK_FILTERS } from "./quick-filters";

/**
 * The commands that lead somewhere: pages, views, filters (added to those of the queue if that is shown), and
 * the search for what was typed.
 */
export function usePageCommands(views: readonly SavedView[], text: string): PaletteCommand[] {
  const t = useTranslations("palette");
  const names = useTranslations("layout.navigation");
  const router = useRouter();
  const inQueue = usePathname() === "/events";
  const shown = useSearchParams();
  const current = new URLSearchParams(inQueue ? shown : undefined);
  const wanted = text.trim().slice(0, MAX_TEXT);

  const pages = NAVIGATION.map(
    ({ href, label, shortcut }): PaletteCommand => ({
      id: `page ${href}`,
      group: "pages",
      label: names(label),
      ...(shortcut ? { shortcut } : {}),
      run: () => router.push(href),
    }),
  );
  const saved = views.map(
    ({ id, name, query }): PaletteCommand => ({
      id: `view ${id}`,
      group: "views",
      label: name,
      run: () => router.push(queueHref(query)),
    }),
  );
  const filters = QUICK_FILTER_IDS.map(
    (id): PaletteCommand => ({
      id: `filter ${id}`,
      group: "filters",
      label: t(`filters.${id}`),
      keywords: Object.entries(QUICK_FILTERS[id]).flat().join(" "),
      run: () => router.push(narrowedQueue(current, QUICK_FILTERS[id])),
    }),
  );
  const clear: PaletteCommand = {
    id: "filter none",
    group: "filters",
    label: t("filters.none"),
    run: () => router.push(queueHref("")),
  };
  const search: PaletteCommand = {
    id: "search",
    group: "search",
    label: t("search", { text: wanted }),
    run: () => router.push(narrowedQueue(new URLSearchParams(), { q: wanted })),
  };
  return [...pages, ...saved, ...filters, clear, ...(wanted === "" ? [] : [search])];
}
