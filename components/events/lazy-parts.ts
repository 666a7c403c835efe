"use client";

import dynamic from "next/dynamic";
import { orNothing } from "@/components/ui/load-part";

// None of these is needed for the first rows: each comes when it is asked for, or when nothing else is to do.

export const LazyEventPanel = dynamic(
  orNothing(() =>
    import("@/components/event-panel/lazy-event-panel").then((module) => module.LazyEventPanel),
  ),
  { ssr: false },
);

export const LazyTriageLayer = dynamic(
  orNothing(() => import("@/components/triage/triage-layer").then((module) => module.TriageLayer)),
  { ssr: false },
);

export const LazyRowChangeNote = dynamic(
  orNothing(() => import("@/components/triage/row-change-note").then((module) => module.RowChangeNote)),
  { ssr: false },
);

export const LazyQueueTools = dynamic(
  orNothing(() =>
    import("@/components/queue-tools/lazy-queue-tools").then((module) => module.LazyQueueTools),
  ),
  { ssr: false },
);

export const LazyFilterSheet = dynamic(
  orNothing(() => import("./filter-sheet").then((module) => module.FilterSheet)),
  {
    ssr: false,
  },
);

export const LazyValueMenu = dynamic(
  orNothing(() => import("@/components/value-menu/lazy-value-menu").then((module) => module.LazyCellMenu)),
  { ssr: false },
);
