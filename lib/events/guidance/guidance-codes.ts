import { FACT_LABELS, factValue } from "../fact";
import type { GuidanceFacts, GuidedEvent } from "./subject";

/** The eight codes of the WAF's EventSuggest. */
const THREAT_SUGGESTIONS = [
  "ProtectInterface",
  "BlockArea",
  "SwitchBlock",
  "FixBug",
  "SwitchStrict",
  "ProtectFile",
  "BlockIP",
  "KeepConcerned",
] as const;
export type ThreatSuggestion = (typeof THREAT_SUGGESTIONS)[number];

/** The code that is answered, and whose text is given. */
export type ThreatChoice = { readonly code: string; readonly text: ThreatSuggestion | "other" };

/** A WAF threat event goes by its EventSuggest, an unknown one or none by its outcome. */
export function threatChoice({ outcome }: GuidedEvent, { facts }: GuidanceFacts): ThreatChoice {
  const suggestion = factValue(facts, FACT_LABELS.suggestion);
  const known = THREAT_SUGGESTIONS.find((candidate) => candidate === suggestion);
  return { code: suggestion ?? `threat-${outcome}`, text: known ?? "other" };
}

export type ApiSecurityCode =
  | "stop-data-leak"
  | "stop-credential-stuffing"
  | "stop-enumeration"
  | "replace-weak-passwords"
  | "stop-message-abuse"
  | "judge-api-abuse";

/** Event types that appear in the documents; the codes are the WAF's own. */
const API_SECURITY_TYPES: ReadonlyMap<string, ApiSecurityCode> = new Map([
  ["ObtainSensitiveUnauthorized", "stop-data-leak"],
  ["Event_LoginCollision", "stop-credential-stuffing"],
  ["Event_DataTraverse", "stop-enumeration"],
  ["Event_InternalLoginWeakPasswd", "replace-weak-passwords"],
  ["SMSInterfaceAbuse", "stop-message-abuse"],
] as const);

/** An API security event goes by its type. */
export function apiSecurityCode({ type }: GuidedEvent): ApiSecurityCode {
  return API_SECURITY_TYPES.get(type) ?? "judge-api-abuse";
}

export type FirewallCode = "check-calling-host" | "contain-host" | "confirm-block" | "stop-attack";

/** A Cloud Firewall event goes by direction (outbound: a host of ours calls somebody hostile) and outcome. */
export function firewallCode({ outcome }: GuidedEvent, { facts }: GuidanceFacts): FirewallCode {
  const outbound = factValue(facts, FACT_LABELS.direction)?.toLowerCase() === "out";
  if (outbound) return outcome === "blocked" ? "check-calling-host" : "contain-host";
  return outcome === "blocked" ? "confirm-block" : "stop-attack";
}

export type RaspCode = "respond-to-compromise" | "mend-blocked-attack" | "check-application";

/** An attack seen inside an application goes by its outcome. */
export function raspCode({ outcome }: GuidedEvent): RaspCode {
  if (outcome === "not-blocked") return "respond-to-compromise";
  return outcome === "blocked" ? "mend-blocked-attack" : "check-application";
}
