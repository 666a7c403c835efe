"use client";

import { useCallback, useMemo } from "react";
import { usePreferences } from "@/components/preferences/preferences-provider";
import type { ColumnLayout, Preferences } from "@/lib/api/preferences";
import { hiddenColumns, orderedColumns, shownColumns } from "./column-layout";

/**
 * Which columns the table has, in which order and width, and how high its rows are; remembered for the person.
 * @param beside an event is open beside the list.
 */
export function useColumnLayout(beside: boolean) {
  const { preferences, change, stored } = usePreferences();
  const { columns: layout, density } = preferences;

  const setLayout = useCallback(
    (changed: Partial<ColumnLayout>) => {
      const whole = {
        order: orderedColumns(layout).map(({ id }) => id),
        hidden: [...hiddenColumns(layout)],
        widths: layout?.widths ?? {},
      };
      change({ columns: { ...whole, ...changed } });
    },
    [layout, change],
  );

  return {
    layout,
    density,
    shown: useMemo(() => shownColumns(layout, beside), [layout, beside]),
    setLayout,
    resize: useCallback(
      (id: string, width: number) => setLayout({ widths: { ...layout?.widths, [id]: width } }),
      [layout, setLayout],
    ),
    setDensity: (next: Preferences["density"]) => change({ density: next }),
    reset: () => change({ columns: null, density: "comfortable" }),
    saveError: stored instanceof Error ? stored : null,
  };
}

export type ColumnLayoutState = ReturnType<typeof useColumnLayout>;
