import type { FieldId } from "@/lib/events/fields";
import { OUTCOMES } from "@/lib/events/outcome";
import { SEVERITIES } from "@/lib/events/severity";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { STATUSES } from "@/lib/events/status";
import type { FormatTexts } from "@/lib/format/format-texts";
import { statusLabel, typeLabel } from "@/lib/format/label";

/** Fields whose values are ours, in their own order. */
const CLOSED_SETS: Partial<Record<FieldId, readonly string[]>> = {
  severity: SEVERITIES,
  status: STATUSES,
  source: SOURCE_IDS,
  outcome: OUTCOMES,
};

/** Every value of a field with a closed set, in its order; none for the others. */
export function knownValues(field: FieldId): readonly string[] {
  return CLOSED_SETS[field] ?? [];
}

/** A value as people read it; one without a label as it came. */
export function valueLabel(field: FieldId, value: string, t: FormatTexts): string {
  if (field === "type") return typeLabel(value, t);
  if (field === "status") return statusLabel(value, t);
  const severity = field === "severity" && SEVERITIES.find((known) => known === value);
  if (severity) return t(`severity.${severity}`);
  const source = field === "source" && SOURCE_IDS.find((known) => known === value);
  if (source) return t(`source.${source}`);
  const outcome = field === "outcome" && OUTCOMES.find((known) => known === value);
  return outcome ? t(`outcome.${outcome}`) : value;
}
