import { createHash } from "node:crypto";
import { type EventIdentity, identityText } from "@/lib/events/identity";

/** 96 bits: among a thousand million events two share an id with a probability of about 10^-11. */
const LENGTH = 16;

/** The event's id: short, URL-safe, and the same at every sync. */
export function eventId(identity: EventIdentity): string {
  return digest(identityText(identity)).slice(0, LENGTH);
}

/** SHA-256 as 43 URL-safe characters. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
