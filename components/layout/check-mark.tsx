import { Check } from "lucide-react";

/** Marks the chosen item of a menu for the eye; `aria-checked` says it to everybody else. */
export function CheckMark({ shown }: { shown: boolean }) {
  return shown ? <Check size={14} aria-hidden="true" /> : null;
}
