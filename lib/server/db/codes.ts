import { OUTCOMES, type Outcome } from "@/lib/events/outcome";
import { SEVERITIES, type Severity, severityRank } from "@/lib/events/severity";
import { SOURCE_IDS, type SourceId } from "@/lib/events/source-id";
import { STATUSES, type Status, type StatusOrigin, type WriteState } from "@/lib/events/status";

/** How the values of a closed set are stored: as small numbers, so that rows stay narrow and group fast. */
export type Codes<Value extends string> = {
  readonly values: readonly Value[];
  encode(value: Value): number;
  /** @throws RangeError for a number that stands for nothing: a newer version wrote it. */
  decode(code: number): Value;
};

function codes<Value extends string>(
  values: readonly Value[],
  encode: (value: Value) => number,
): Codes<Value> {
  const byCode = new Map(values.map((value) => [encode(value), value]));
  return {
    values,
    encode,
    decode(code) {
      const value = byCode.get(code);
      if (value === undefined) throw new RangeError(`Stored code ${code} is none of: ${values.join(", ")}.`);
      return value;
    },
  };
}

/** The numbers are in every database: add new ones, never change or reuse one. */
const fromRecord = <Value extends string>(values: readonly Value[], record: Record<Value, number>) =>
  codes(values, (value) => record[value]);

/** Severity is stored as its rank, because the list is sorted by it. */
export const severityCodes: Codes<Severity> = codes(SEVERITIES, severityRank);

export const statusCodes: Codes<Status> = fromRecord(STATUSES, {
  toBeConfirmed: 0,
  confirmed: 1,
  actioned: 2,
  ignored: 3,
});

export const sourceCodes: Codes<SourceId> = fromRecord(SOURCE_IDS, {
  "waf-api-security": 0,
  "waf-threat": 1,
  "cloud-firewall": 2,
  "hss-rasp": 3,
});

export const outcomeCodes: Codes<Outcome> = fromRecord(OUTCOMES, {
  "not-blocked": 0,
  "partly-blocked": 1,
  blocked: 2,
  unknown: 3,
});

export const statusOriginCodes: Codes<StatusOrigin> = fromRecord(["cloud", "local"], { cloud: 0, local: 1 });

export const writeStateCodes: Codes<NonNullable<WriteState>> = fromRecord(
  ["queued", "sent", "verified", "overtaken", "failed"],
  { queued: 0, sent: 1, verified: 2, overtaken: 3, failed: 4 },
);
