"use client";

import { useOnDemand } from "@/components/ui/use-on-demand";
import { useSavedViews } from "./use-saved-views";
import { ViewsButton } from "./views-button";

export type ViewsMenuProps = {
  /** The view that is shown, as URL parameters. */
  query: string;
  onOpen: (query: string) => void;
  /** Whether the person's role lets them share a view. */
  mayShare: boolean;
};

const load = () => import("./open-views").then((module) => module.OpenViews);

/** The saved view that is shown; the others, and what can be done with them, come when they are asked for. */
export function ViewsMenu(props: ViewsMenuProps) {
  const { part: OpenViews, want, early } = useOnDemand(load);
  const saved = useSavedViews();
  if (OpenViews) return <OpenViews saved={saved} {...props} />;
  const name = saved.views?.find((view) => view.query === props.query)?.name;
  return <ViewsButton name={name} aria-haspopup="dialog" aria-expanded={false} onClick={want} {...early} />;
}
