"use client";

import { useEffect, useRef, useState } from "react";

/** For a menu that came on demand: its button takes over the focus of the stand-in, then it opens. */
export function useOpenOnArrival() {
  const target = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  return { target, opened, setOpened };
}
