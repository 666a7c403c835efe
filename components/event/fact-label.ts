import type { useTranslations } from "next-intl";

/** Facts and samples as the sources label them, and the keys of their words in `event.facts`. */
const KEYS = {
  "Attack client": "attackClient",
  "Attack input": "attackInput",
  "Attack tag": "attackTag",
  "Attack type": "attackType",
  "Attacked application": "attackedApplication",
  "Attacker country": "attackerCountry",
  "Attacker region": "attackerRegion",
  "Blocked share": "blockedShare",
  "Business purpose": "businessPurpose",
  "Call stack": "callStack",
  "Caused by a vulnerability": "vulnerability",
  "Cloud's suggestion": "suggestion",
  "Destination address": "destinationAddress",
  "Destination network": "destinationNetwork",
  Direction: "direction",
  "Event scope": "eventScope",
  "Event type origin": "eventTypeOrigin",
  "Followed in the cloud": "followed",
  "Inner hosts": "innerHosts",
  "Log filter": "logFilter",
  "Log window from": "logWindowFrom",
  "Log window to": "logWindowTo",
  "Persistent attack": "persistentAttack",
  Place: "place",
  "Private resources": "privateResources",
  Probe: "probe",
  "Public address type": "publicAddressType",
  "Remark in the cloud": "remark",
  Request: "request",
  "Request URL": "requestUrl",
  "Request method": "requestMethod",
  "Request protocol": "requestProtocol",
  "Request sample": "requestSample",
  "Response sample": "responseSample",
  Rule: "rule",
  "Rule result": "ruleResult",
  "Rule source": "ruleSource",
  "Severity in the cloud": "cloudSeverity",
  "Source address": "sourceAddress",
  "Source address tags": "sourceAddressTags",
  "Source country": "sourceCountry",
  "Source network": "sourceNetwork",
  "Source region": "sourceRegion",
} as const;

const isKnown = (label: string): label is keyof typeof KEYS => Object.hasOwn(KEYS, label);

/** Labels that end in a name of the cloud's or the attacker's: `Log filter: real_client_ip`. */
const WITH_NAME = /^([^:]+): (.*)$/s;

/** A fact's or sample's label in the reader's language; one that is not ours as it came. */
export function factLabel(label: string, t: ReturnType<typeof useTranslations<"event">>): string {
  if (isKnown(label)) return t(`facts.${KEYS[label]}`);
  const [, known = "", name = ""] = WITH_NAME.exec(label) ?? [];
  return isKnown(known) ? t("facts.named", { label: t(`facts.${KEYS[known]}`), name }) : label;
}
