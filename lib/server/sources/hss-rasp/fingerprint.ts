import { createHash } from "node:crypto";
import type { RecordReader } from "../wire/record-reader";
import { addressList } from "./address-list";

/** What happened, where and when: fixed at the moment of the alarm, spelled alike in every API version. */
const EVIDENCE = [
  "host_name",
  "event_name",
  "req_src_ip",
  "req_method",
  "req_protocol",
  "req_url",
  "req_path",
  "query_string",
  "req_params",
  "req_headers",
  "attack_input_name",
  "attack_input_value",
  "app_stack",
  "chk_probe",
  "chk_rule",
] as const;

/**
 * Tells rows apart that carry no id. Left out on purpose: severity and attack_tag (digits in older
 * versions, words in newer ones), chk_rule_desc (a text for people, which may be translated) and exist_bug
 * (a judgement that may change). Absent, null and "" are alike, and the order of private addresses does
 * not count. Rows alike in all of it get a tie counter from the sync.
 *
 * @param alarmAt the row's time, ISO 8601: the unit it came in must not matter.
 */
export function raspFingerprint(row: RecordReader, alarmAt: string): string {
  const addresses = addressList(row, "private_ip").sort().join(",");
  const parts = [alarmAt, addresses, ...EVIDENCE.map((field) => row.text(field) ?? "")];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("base64url");
}
