import { ATTACK_TYPE_CODES } from "@/lib/events/attack-type";
import { STATUSES } from "@/lib/events/status";
import { VERDICTS } from "@/lib/events/verdict";
import type { FormatTexts } from "./format-texts";

/** The label of a status, or a word of the cloud's own as it came. */
export function statusLabel(status: string, t: FormatTexts): string {
  const known = STATUSES.find((candidate) => candidate === status);
  return known ? t(`status.${known}`) : status;
}

/** The label of the reason for closing an event, or a word that is none of ours as it came. */
export function verdictLabel(reason: string, t: FormatTexts): string {
  const known = VERDICTS.find((candidate) => candidate === reason);
  return known ? t(`verdict.${known}`) : reason;
}

/** What the server stores where a product names no type. */
const NO_TYPE = "unknown";

/**
 * An event's type for people. Cloud Firewall's bare codes get their meaning, a number that no document explains is
 * called so and stays readable; the other sources' codes speak for themselves.
 */
export function typeLabel(type: string, t: FormatTexts): string {
  const code = ATTACK_TYPE_CODES.find((candidate) => candidate === type);
  if (code) return t(`attackType.${code}`);
  if (type === NO_TYPE) return t("unknownType");
  return /^\d+$/.test(type) ? t("unknownTypeCode", { code: type }) : type;
}
