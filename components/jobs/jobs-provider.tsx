"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useState } from "react";
import { orNothing } from "@/components/ui/load-part";

const LazyJobsDrawer = dynamic(
  orNothing(() => import("./lazy-jobs").then((module) => module.LazyJobsDrawer)),
  {
    ssr: false,
  },
);

const Context = createContext<() => void>(() => {});

/** Lets every part of the console show the bulk changes; what shows them is loaded when somebody asks. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  const show = () => {
    setAsked(true);
    setOpened(true);
  };
  return (
    <Context value={show}>
      {children}
      {asked && <LazyJobsDrawer opened={opened} onClose={() => setOpened(false)} />}
    </Context>
  );
}

/** Shows the bulk changes. */
export function useShowJobs(): () => void {
  return use(Context);
}
