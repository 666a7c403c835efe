/** Handling statuses, in the order in which an event passes them. The words are the WAF's own. */
export const STATUSES = ["toBeConfirmed", "confirmed", "actioned", "ignored"] as const;

export type Status = (typeof STATUSES)[number];

/** Statuses that still need somebody. */
export const OPEN_STATUSES: readonly Status[] = ["toBeConfirmed", "confirmed"];

/** Whether a change to `status` closes the event: nobody needs to look at it any more. */
export function isClosing(status: Status): boolean {
  return !OPEN_STATUSES.includes(status);
}

/** Who keeps the status: the cloud product, or only this console. */
export const STATUS_ORIGINS = ["cloud", "local"] as const;
export type StatusOrigin = (typeof STATUS_ORIGINS)[number];

/** How far a cloud-backed change has come; `null` where nothing is being written. */
export const WRITE_STATES = ["queued", "sent", "verified", "overtaken", "failed"] as const;
export type WriteState = (typeof WRITE_STATES)[number] | null;

/** Whether a change is on its way: nobody has seen yet that the cloud has it. */
export function isUnverified(state: WriteState): boolean {
  return state === "queued" || state === "sent";
}

/** Whether a change did not come to the end that was meant: a person has to decide what holds. */
export function awaitsDecision(state: WriteState): boolean {
  return state === "overtaken" || state === "failed";
}
