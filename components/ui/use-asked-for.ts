import { useCallback, useRef } from "react";

/**
 * What was asked for last, which the screen may not show yet: the next change adds to it instead of undoing it.
 * @param shown what the screen shows; asking counts until it shows something else.
 */
export function useAskedFor<Value>(shown: Value) {
  const asked = useRef<{ readonly from: Value; readonly to: Value } | null>(null);
  const latest = useCallback(() => (asked.current?.from === shown ? asked.current.to : shown), [shown]);
  const ask = useCallback(
    (to: Value) => {
      asked.current = { from: shown, to };
    },
    [shown],
  );
  return { latest, ask };
}
