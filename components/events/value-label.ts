import type { FieldId } from "@/lib/events/fields";
import { OUTCOMES } from "@/lib/events/outcome";
import { SEVERITIES } from "@/lib/events/severity";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { STATUSES } from "@/lib/events/status";
import { OUTCOME_LABELS, SEVERITY_LABELS, SOURCE_LABELS, STATUS_LABELS, typeLabel } from "@/lib/format/label";

type ClosedSet = { readonly values: readonly string[]; readonly labels: Readonly<Record<string, string>> };

/** Fields whose values are ours: in their own order, with words for people. */
const CLOSED_SETS: Partial<Record<FieldId, ClosedSet>> = {
  severity: { values: SEVERITIES, labels: SEVERITY_LABELS },
  status: { values: STATUSES, labels: STATUS_LABELS },
  source: { values: SOURCE_IDS, labels: SOURCE_LABELS },
  outcome: { values: OUTCOMES, labels: OUTCOME_LABELS },
};

/** Every value of a field with a closed set, in its order; none for the others. */
export function knownValues(field: FieldId): readonly string[] {
  return CLOSED_SETS[field]?.values ?? [];
}

/** A value as people read it; one without a label as it came. */
export function valueLabel(field: FieldId, value: string): string {
  return field === "type" ? typeLabel(value) : (CLOSED_SETS[field]?.labels[value] ?? value);
}
