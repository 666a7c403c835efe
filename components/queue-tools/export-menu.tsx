"use client";

import { useOnDemand } from "@/components/ui/use-on-demand";
import { ExportButton } from "./export-button";

const load = () => import("./open-export").then((module) => module.OpenExport);

export type ExportMenuProps = {
  /** The filter of the view, as in its URL. */
  filter: string;
  mayExport: boolean;
};

/** Has all matching events as a file; the choice of formats comes when it is asked for. */
export function ExportMenu(props: ExportMenuProps) {
  const { part: OpenExport, want, early } = useOnDemand(load);
  if (OpenExport) return <OpenExport {...props} />;
  return <ExportButton aria-haspopup="menu" aria-expanded={false} onClick={want} {...early} />;
}
