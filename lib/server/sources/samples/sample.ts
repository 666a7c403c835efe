import type { Sample } from "@/lib/api/event-detail";
import { maskSecrets } from "./mask-secrets";

/**
 * A sample ready to show, secrets taken out; none where there is no text. The highlight is given only where
 * it still stands in the text.
 */
export function sample(
  kind: Sample["kind"],
  label: string,
  text: string | null,
  highlight: string | null = null,
): Sample[] {
  if (text === null) return [];
  const shown = maskSecrets(text);
  return [
    { kind, label, ...shown, highlight: highlight && shown.text.includes(highlight) ? highlight : null },
  ];
}

/** A sample of evidence that must not be changed: the attack's own input, a call stack, a packet. */
export function evidence(
  kind: Sample["kind"],
  label: string,
  text: string | null,
  highlight: string | null = null,
): Sample[] {
  return text === null ? [] : [{ kind, label, text, highlight, masked: false }];
}
