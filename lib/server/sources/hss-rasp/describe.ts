import type { EventDetail, Sample } from "@/lib/api/event-detail";
import { FACT_LABELS } from "@/lib/events/fact";
import { factList } from "../mapping/fact-list";
import { storedReader } from "../mapping/stored-reader";
import { httpText } from "../samples/http-text";
import { maskSecrets } from "../samples/mask-secrets";
import { evidence, type Secrets, sample } from "../samples/sample";
import type { StoredRecord } from "../source";
import type { RecordReader } from "../wire/record-reader";

/** The URL with its query string, unless it holds one already. */
function requestUrl(row: RecordReader): string | null {
  const url = row.exact("req_url") ?? row.exact("req_path");
  const query = row.exact("query_string");
  if (query === null || url?.includes("?")) return url;
  return `${url ?? "/"}?${query.replace(/^\?/, "")}`;
}

function requestSample(row: RecordReader, secrets: Secrets): Sample[] {
  const text = httpText({
    start: [row.exact("req_method"), requestUrl(row), row.exact("req_protocol")],
    headers: row.value("req_headers"),
    body: row.exact("req_params"),
  });
  return sample("request", "Request", text, secrets, row.exact("attack_input_value"));
}

/** The stored row of ListRaspEvents as detail; the row is all that the cloud has. */
export function describeRaspEvent(
  { event, attackCounts, raw }: StoredRecord,
  secrets: Secrets = "masked",
): EventDetail {
  const row = storedReader(raw);
  const input = row.exact("attack_input_value");
  const inputName = row.text("attack_input_name");
  const url = row.text("req_url");
  return {
    attackCounts: [...attackCounts],
    attackers: event.attackers,
    facts: factList([
      [FACT_LABELS.rule, row.text("chk_rule")],
      ["Probe", row.text("chk_probe")],
      [FACT_LABELS.attackTag, row.text("attack_tag")],
      [FACT_LABELS.vulnerability, row.text("exist_bug")],
      ["Attack input", inputName],
      ["Request method", row.text("req_method")],
      ["Request protocol", row.text("req_protocol")],
      ["Request URL", url === null ? null : maskSecrets(url).text],
      ["Severity in the cloud", row.text("severity")],
    ]),
    samples: [
      ...requestSample(row, secrets),
      ...evidence(
        "payload",
        inputName === null ? "Attack input" : `Attack input: ${inputName}`,
        input,
        input,
      ),
      ...evidence("call-stack", "Call stack", row.exact("app_stack")),
    ],
    intelligence: [],
    live: [],
  };
}
