import { looksLikeAddress } from "@/lib/events/address";
import type { RecordReader } from "../wire/record-reader";

/** What EventCondition, the log filter of the event, says. Its times are seconds; the event's own are ms. */
export type Condition = {
  readonly from: string | null;
  readonly to: string | null;
  /** Fields of the log with the values that the filter asks for. */
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
};

/** Log fields that name the client; `real_client_ip` is the documented one. */
const CLIENT_FIELD = /(?:^|_)(?:client_ip|remote_addr|src_ip|source_ip|real_ip)$/i;

export function readCondition(detail: RecordReader): Condition {
  const condition = detail.object("EventCondition");
  const filter = condition.object("condition");
  return {
    from: condition.time("start_ts"),
    to: condition.time("end_ts"),
    fields: filter.fields.map((name) => ({ name, values: filter.texts(name) })),
  };
}

/** The addresses that the filter names as clients. */
export function clientAddresses({ fields }: Condition): string[] {
  return fields
    .filter(({ name }) => CLIENT_FIELD.test(name))
    .flatMap(({ values }) => values)
    .filter(looksLikeAddress);
}

/** The first value of a log field. */
export function conditionValue({ fields }: Condition, ...names: readonly string[]): string | null {
  return fields.find(({ name }) => names.includes(name))?.values[0] ?? null;
}
