import type { Attacker } from "@/lib/events/event";
import type { Outcome } from "@/lib/events/outcome";
import { AttackerList } from "../mapping/attacker-list";
import { codeTitle } from "../mapping/code-title";
import { type RecordText, readRecord, requiredTime } from "../mapping/map-records";
import { FALLBACK_SEVERITY } from "../mapping/severity-words";
import type { MappedEvent } from "../source";
import type { RecordReader } from "../wire/record-reader";
import { addressList } from "./address-list";
import { OUTCOME_CODES, SEVERITY_CODES } from "./codes";
import { raspFingerprint } from "./fingerprint";
import { requestTarget } from "./request-target";

const BLOCKED: Partial<Record<Outcome, number>> = { blocked: 1, "not-blocked": 0 };

function attackersOf(row: RecordReader): Attacker[] {
  const attackers = new AttackerList();
  for (const value of addressList(row, "req_src_ip")) attackers.add({ kind: "ip", value, count: 1 });
  return attackers.toArray();
}

/** A row without a tag is no odd value: it only leaves the outcome open. */
function outcomeOf(row: RecordReader): Outcome {
  return row.text("attack_tag") === null ? "unknown" : row.code("attack_tag", OUTCOME_CODES, "unknown");
}

/**
 * A row of ListRaspEvents as an event: one alarm, one attack. Rows have no id; see {@link raspFingerprint}.
 *
 * @throws UnreadableRecord without a usable alarm_time.
 */
export function mapRaspEvent(record: RecordText): MappedEvent {
  const row = readRecord(record);
  const alarmAt = requiredTime(row, "alarm_time");
  const type = row.text("event_name");
  const outcome = outcomeOf(row);
  const { host, path } = requestTarget(row);
  return {
    source: "hss-rasp",
    upstreamId: null,
    upstreamKey: raspFingerprint(row, alarmAt),
    severity: row.code("severity", SEVERITY_CODES, FALLBACK_SEVERITY),
    status: "toBeConfirmed",
    statusOrigin: "local",
    type: type ?? "unknown",
    title: type === null ? "Application protection event" : codeTitle(type),
    description: row.text("chk_rule_desc"),
    firstSeenAt: alarmAt,
    lastSeenAt: alarmAt,
    attackCount: 1,
    blockedCount: BLOCKED[outcome] ?? null,
    outcome,
    attackers: attackersOf(row),
    target: {
      host,
      path,
      server: row.text("host_name"),
      addresses: addressList(row, "private_ip"),
      resource: null,
      region: null,
    },
    unmapped: row.unmapped,
    keywords: [...row.texts("chk_rule"), ...row.texts("attack_input_value")],
    partial: false,
    attackCounts: [],
    raw: record.raw,
  };
}
