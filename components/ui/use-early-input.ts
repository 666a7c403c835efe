import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Hands on what a control was set to before its scripts had come: React leaves that in the document, tells nobody,
 * and puts its own value back later. The control needs `autoComplete="off"`, because browsers put back values from before
 * a reload, which nobody has set now.
 * @param take is called once, when the control begins to work; it compares with what React has rendered.
 */
export function useEarlyInput<Control>(control: RefObject<Control | null>, take: (control: Control) => void) {
  const onReady = useEffectEvent(() => {
    if (control.current) take(control.current);
  });
  useEffect(() => onReady(), []);
}
