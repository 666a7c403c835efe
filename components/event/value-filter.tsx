"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { EventFilter } from "@/lib/events/query";

/** What values of an event narrow when they are included, excluded or made the only one. */
export type ValueFilter = {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
};

const Narrowed = createContext<ValueFilter | null>(null);

/** Says what the values below it narrow: the queue beside the event, or the one that is opened. */
export function ValueFilterProvider({ children, ...narrowed }: ValueFilter & { children: ReactNode }) {
  return <Narrowed value={narrowed}>{children}</Narrowed>;
}

/** Null where there is nothing to narrow. */
export function useValueFilter(): ValueFilter | null {
  return useContext(Narrowed);
}
