"use client";

import type { ColumnLayoutState } from "@/components/events/use-column-layout";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useOnDemand } from "@/components/ui/use-on-demand";
import { ColumnsButton } from "./columns-button";

const load = () => import("./open-columns").then((module) => module.OpenColumns);

/** The layout of the table: its density by a key, the rest in a menu that comes when it is asked for. */
export function ColumnsMenu({ columns }: { columns: ColumnLayoutState }) {
  const { part: OpenColumns, want, early } = useOnDemand(load);
  const { density, setDensity } = columns;
  useShortcut("switchDensity", () => setDensity(density === "compact" ? "comfortable" : "compact"));
  if (OpenColumns) return <OpenColumns columns={columns} />;
  return <ColumnsButton aria-haspopup="dialog" aria-expanded={false} onClick={want} {...early} />;
}
