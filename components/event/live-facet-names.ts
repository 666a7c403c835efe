/** The facets that the clouds offer, under their own names. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ["event_info", "Attack description"],
  ["api_info", "Attacked API"],
  ["cnt_info", "Attack trend"],
  ["ip_info", "Attacking addresses"],
  ["sensitive_info", "Sensitive data accessed"],
  ["request_data", "Request sample"],
  ["response_data", "Response sample"],
  ["detail", "Event detail"],
  ["time", "Most attacks by time"],
  ["src", "Most attacks by source"],
  ["target", "Most attacks by target"],
  ["type", "Most attacks by type"],
  ["tools", "Most attacks by tool"],
  ["payload", "Packet payload"],
]);

/** A facet's name for people, or the cloud's own where it is not a known one. */
export function facetLabel(name: string): string {
  return LABELS.get(name) ?? name;
}
