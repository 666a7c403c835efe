"use client";

import { Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import { orNothing } from "@/components/ui/load-part";

// The chart library is heavier than the page: it comes after the figures, into a space that is kept for it.
// Next wants each call's options spelled out.

export const LazyOpenChart = dynamic(
  orNothing(() => import("./open-chart").then((module) => module.OpenChart)),
  {
    ssr: false,
    loading: ChartPlace,
  },
);

export const LazyGotThroughChart = dynamic(
  orNothing(() => import("./got-through-chart").then((module) => module.GotThroughChart)),
  { ssr: false, loading: ChartPlace },
);

function ChartPlace() {
  return <Skeleton height="100%" radius="xs" />;
}
