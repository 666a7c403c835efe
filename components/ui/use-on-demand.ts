"use client";

import { useState } from "react";
import { loadPart } from "./load-part";

/**
 * Code of a control that most people do not use at once: it is loaded when it is wanted, and fetched while the
 * pointer or the focus is on its way.
 * @param load the same function each time.
 */
export function useOnDemand<Part>(load: () => Promise<Part>) {
  const [state, setState] = useState<{ readonly part: Part } | null>(null);
  const fetchEarly = () => void load().catch(() => {});
  return {
    /** Null until it is there: a stand-in is shown, which calls `want` when it is pressed. */
    part: state?.part ?? null,
    want: () =>
      void loadPart(load).then((part) => {
        if (part !== null) setState({ part });
      }),
    /** Properties of the stand-in. */
    early: { onPointerEnter: fetchEarly, onFocus: fetchEarly },
  };
}
