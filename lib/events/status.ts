import { z } from "zod";

/** Handling statuses, in the order in which an event passes them. The words are the WAF's own. */
export const STATUSES = ["toBeConfirmed", "confirmed", "actioned", "ignored"] as const;

export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/** Statuses that still need somebody. */
export const OPEN_STATUSES: readonly Status[] = ["toBeConfirmed", "confirmed"];

/** Whether a change to `status` closes the event: nobody needs to look at it any more. */
export function isClosing(status: Status): boolean {
  return !OPEN_STATUSES.includes(status);
}

/** Who keeps the status: the cloud product, or only this console. */
export const statusOriginSchema = z.enum(["cloud", "local"]);
export type StatusOrigin = z.infer<typeof statusOriginSchema>;

/** How far a cloud-backed change has come; `null` where nothing is being written. */
export const writeStateSchema = z.enum(["queued", "sent", "verified", "overtaken", "failed"]).nullable();
export type WriteState = z.infer<typeof writeStateSchema>;

/** Whether a change is on its way: nobody has seen yet that the cloud has it. */
export function isUnverified(state: WriteState): boolean {
  return state === "queued" || state === "sent";
}

/** Whether a change did not come to the end that was meant: a person has to decide what holds. */
export function awaitsDecision(state: WriteState): boolean {
  return state === "overtaken" || state === "failed";
}
