"use client";

import { Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";

// The chart library is heavier than the page: it comes after the figures, into a space that is kept for it.
const options = { ssr: false, loading: () => <Skeleton height="100%" radius="xs" /> };

export const LazyOpenChart = dynamic(
  () => import("./open-chart").then((module) => module.OpenChart),
  options,
);

export const LazyGotThroughChart = dynamic(
  () => import("./got-through-chart").then((module) => module.GotThroughChart),
  options,
);
