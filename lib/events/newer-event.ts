import type { SecurityEvent } from "./event";

/**
 * What of an event is to be shown once it was read again: a reading that was asked for before a change says less than
 * what is shown, and counts nothing.
 * @param read nothing where the event was not among what was read.
 */
export function newerEvent(read: SecurityEvent | undefined, shown: SecurityEvent): SecurityEvent {
  return read && read.version >= shown.version ? read : shown;
}
