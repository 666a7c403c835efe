import type { Sample } from "@/lib/api/event-detail";
import { findText } from "@/lib/format/find-text";
import { maskMessage } from "./mask-message";

/** Whether secrets are taken out of what is shown, or stand in it because somebody revealed them. */
export type Secrets = "masked" | "shown";

/**
 * A sample ready to show; none where there is no text. The highlight is given only where it stands in what
 * is shown.
 */
export function sample(
  kind: Sample["kind"],
  label: string,
  text: string | null,
  secrets: Secrets,
  highlight: string | null = null,
): Sample[] {
  if (text === null) return [];
  const shown = secrets === "masked" ? maskMessage(text) : { text, masked: false };
  const stands = highlight !== null && findText(shown.text, highlight, 1).length > 0;
  return [{ kind, label, ...shown, highlight: stands ? highlight : null }];
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
