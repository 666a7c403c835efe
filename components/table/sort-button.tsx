import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { PlainButton } from "@/components/ui/plain-button";
import classes from "./sort-button.module.css";

export type SortDirection = "ascending" | "descending" | "none";

type SortButtonProps = { direction: SortDirection; onSort: () => void; children: ReactNode };

/** A column heading that sorts; the cell around it says the direction by `aria-sort`. */
export function SortButton({ direction, onSort, children }: SortButtonProps) {
  const Icon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }[direction];
  return (
    <PlainButton className={classes.button} data-direction={direction} onClick={onSort}>
      {children}
      <Icon size={13} aria-hidden="true" />
    </PlainButton>
  );
}
