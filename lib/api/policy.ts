import { isClosing, type Status } from "@/lib/events/status";

export const NOTE_POLICIES = ["never", "closing", "always"] as const;
export const REASON_POLICIES = ["never", "closing"] as const;

/** What an installation asks of whoever changes a status. */
export type Policy = {
  /** Which status changes need a note; closing is a change to `actioned` or `ignored`. */
  readonly requireNote: (typeof NOTE_POLICIES)[number];
  /** Which status changes need a reason. */
  readonly requireReason: (typeof REASON_POLICIES)[number];
};

export const DEFAULT_POLICY: Policy = { requireNote: "never", requireReason: "never" };

/** What a change to `status` must come with. */
export function requiredWith(status: Status, { requireNote, requireReason }: Policy) {
  const asked = (rule: (typeof NOTE_POLICIES)[number]) =>
    rule === "always" || (rule === "closing" && isClosing(status));
  return { note: asked(requireNote), reason: asked(requireReason) };
}
