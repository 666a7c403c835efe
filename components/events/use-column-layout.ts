"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { callApi } from "@/lib/api/fetch-json";
import type { ColumnLayout, Preferences } from "@/lib/api/preferences";
import { hiddenColumns, orderedColumns, shownColumns } from "./column-layout";

/** Dragging an edge changes the width many times: the last one is kept, milliseconds. */
const SAVE_PAUSE = 600;

async function save(change: Partial<Preferences>): Promise<void> {
  // Other choices may have been made meanwhile, elsewhere: only ours are replaced.
  const stored: unknown = await (await callApi("/api/preferences")).json();
  const preferences =
    typeof stored === "object" && stored !== null && "preferences" in stored ? stored.preferences : {};
  await callApi("/api/preferences", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...Object(preferences), ...change }),
  });
}

/**
 * Which columns the table has, in which order and width, and how high its rows are; remembered for the person.
 * @param chosen as the server knows it, so that the first rows have it already.
 * @param beside an event is open beside the list.
 */
export function useColumnLayout(chosen: Pick<Preferences, "columns" | "density">, beside: boolean) {
  const [{ columns: layout, density }, setChoice] = useState(chosen);
  const [saveError, setSaveError] = useState<Error | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const choose = useCallback((choice: Pick<Preferences, "columns" | "density">) => {
    setChoice(choice);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSaveError(null);
      save(choice).catch((error: unknown) => setSaveError(error instanceof Error ? error : null));
    }, SAVE_PAUSE);
  }, []);
  const setLayout = useCallback(
    (change: Partial<ColumnLayout>) => {
      const whole = {
        order: orderedColumns(layout).map(({ id }) => id),
        hidden: [...hiddenColumns(layout)],
        widths: layout?.widths ?? {},
      };
      choose({ columns: { ...whole, ...change }, density });
    },
    [layout, density, choose],
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
    setDensity: (next: Preferences["density"]) => choose({ columns: layout, density: next }),
    reset: () => choose({ columns: null, density: "comfortable" }),
    saveError,
  };
}

export type ColumnLayoutState = ReturnType<typeof useColumnLayout>;
