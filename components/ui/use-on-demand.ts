"use client";

import { useState } from "react";

/**
 * Code of a control that most people do not use at once: it is loaded when it is wanted, and fetched while the
 * pointer or the focus is on its way.
 * @param load the same function each time.
 * @throws when rendered, what loading threw.
 */
export function useOnDemand<Part>(load: () => Promise<Part>) {
  const [state, setState] = useState<{ readonly part: Part } | { readonly error: unknown } | null>(null);
  if (state && "error" in state) throw state.error;
  const fetchEarly = () => void load().catch(() => {});
  return {
    /** Null until it is there: a stand-in is shown, which calls `want` when it is pressed. */
    part: state?.part ?? null,
    want: () =>
      void load().then(
        (part) => setState({ part }),
        (error: unknown) => setState({ error }),
      ),
    /** Properties of the stand-in. */
    early: { onPointerEnter: fetchEarly, onFocus: fetchEarly },
  };
}
