import type { useTranslations } from "next-intl";

/** The facets that the clouds offer, under their own names. */
const KNOWN = [
  "event_info",
  "api_info",
  "cnt_info",
  "ip_info",
  "sensitive_info",
  "request_data",
  "response_data",
  "detail",
  "time",
  "src",
  "target",
  "type",
  "tools",
  "payload",
] as const;

/** A facet's name for people, or the cloud's own where it is not a known one. */
export function facetLabel(name: string, t: ReturnType<typeof useTranslations<"event">>): string {
  const known = KNOWN.find((candidate) => candidate === name);
  return known ? t(`facet.${known}`) : name;
}
