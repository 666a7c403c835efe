import { FIELD_IDS, type FieldId } from "@/lib/events/fields";
import { KEYED_FIELDS, type KeyedField } from "./combination-conditions";

/** Fields whose events are found in other tables. */
export type SearchedField = Exclude<FieldId, KeyedField>;

const isKeyed = (field: FieldId): field is KeyedField => KEYED_FIELDS.some((keyed) => keyed === field);

export const SEARCHED_FIELDS = FIELD_IDS.filter((field): field is SearchedField => !isKeyed(field));
