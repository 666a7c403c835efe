/** How a field can be filtered. */
type FieldKind = "enum" | "text" | "address" | "period";

/** A sortable order of the event list. */
export const SORT_FIELDS = ["lastSeenAt", "severity", "attackCount"] as const;
export type SortField = (typeof SORT_FIELDS)[number];

type FieldDeclaration = {
  readonly label: string;
  readonly kind: FieldKind;
  /** Appears in the facet sidebar, with counts. */
  readonly facet: boolean;
  /** Names under which the query bar also knows the field (Elastic Common Schema). */
  readonly aliases: readonly string[];
};

/**
 * Every filterable field of an event, declared once. The key is the URL parameter, the facet name and the
 * name in the API schema; the SQL map and the table's cell map are checked against it by the compiler.
 */
export const FIELDS = {
  severity: { label: "Severity", kind: "enum", facet: true, aliases: ["event.severity"] },
  status: { label: "Status", kind: "enum", facet: true, aliases: ["event.status"] },
  source: { label: "Source", kind: "enum", facet: true, aliases: ["observer.product", "event.module"] },
  connection: { label: "Connection", kind: "text", facet: true, aliases: ["cloud.account.name"] },
  type: { label: "Type", kind: "text", facet: true, aliases: ["rule.id", "event.code"] },
  outcome: { label: "Outcome", kind: "enum", facet: true, aliases: ["event.outcome"] },
  attacker: { label: "Attacker", kind: "address", facet: true, aliases: ["source.ip", "user.id"] },
  target: {
    label: "Target",
    kind: "text",
    facet: true,
    aliases: ["host.name", "url.path", "destination.ip", "url.domain"],
  },
  assignee: { label: "Assignee", kind: "text", facet: true, aliases: ["event.assignee"] },
  acted: { label: "First acted on", kind: "period", facet: false, aliases: [] },
  closed: { label: "First closed", kind: "period", facet: false, aliases: [] },
} as const satisfies Record<string, FieldDeclaration>;

export type FieldId = keyof typeof FIELDS;

/** Fields whose values are periods in which people did something with an event for the first time. */
export const PERIOD_FIELDS = ["acted", "closed"] as const satisfies FieldId[];
export type PeriodField = (typeof PERIOD_FIELDS)[number];

/** Fields whose values are counted. */
export type FacetField = Exclude<FieldId, PeriodField>;

/** The fields in display order. */
export const FIELD_IDS = Object.keys(FIELDS).filter((key): key is FieldId => key in FIELDS);

/** The fields whose values are counted, in display order. */
export const FACET_FIELDS = FIELD_IDS.filter(isFacetField);

/** Whether the values of a field are counted. */
export function isFacetField(field: FieldId): field is FacetField {
  return FIELDS[field].facet;
}
