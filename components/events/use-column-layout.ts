"use client";

import { useCallback, useMemo } from "react";
import { usePreferences } from "@/components/preferences/preferences-provider";
import type { Preferences } from "@/lib/api/preferences";
import { type ColumnEdit, editedLayout, resizeColumn, shownColumns } from "./column-layout";

/**
 * Which columns the table has, in which order and width, and how high its rows are; remembered for the person.
 * @param beside an event is open beside the list.
 */
export function useColumnLayout(beside: boolean) {
  const { preferences, change, stored } = usePreferences();
  const { columns: layout, density } = preferences;

  const editLayout = useCallback(
    (edit: ColumnEdit) => change(({ columns }) => ({ columns: editedLayout(columns, edit) })),
    [change],
  );

  return {
    layout,
    density,
    shown: useMemo(() => shownColumns(layout, beside), [layout, beside]),
    editLayout,
    resize: useCallback((id: string, width: number) => editLayout(resizeColumn(id, width)), [editLayout]),
    setDensity: (next: Preferences["density"]) => change({ density: next }),
    reset: () => change({ columns: null, density: "comfortable" }),
    saveError: stored instanceof Error ? stored : null,
  };
}

export type ColumnLayoutState = ReturnType<typeof useColumnLayout>;
