"use client";

import dynamic from "next/dynamic";

// None of these is needed for the first rows: each comes when it is asked for, or when nothing else is to do.

export const LazyEventPanel = dynamic(
  () => import("@/components/event-panel/lazy-event-panel").then((module) => module.LazyEventPanel),
  { ssr: false },
);

export const LazyTriageLayer = dynamic(
  () => import("@/components/triage/triage-layer").then((module) => module.TriageLayer),
  { ssr: false },
);

export const LazyRowChangeNote = dynamic(
  () => import("@/components/triage/row-change-note").then((module) => module.RowChangeNote),
  { ssr: false },
);

export const LazyQueueTools = dynamic(
  () => import("@/components/queue-tools/lazy-queue-tools").then((module) => module.LazyQueueTools),
  { ssr: false },
);

export const LazyFilterSheet = dynamic(() => import("./filter-sheet").then((module) => module.FilterSheet), {
  ssr: false,
});

export const LazyValueMenu = dynamic(
  () => import("@/components/value-menu/lazy-value-menu").then((module) => module.LazyCellMenu),
  { ssr: false },
);
