import type { EventDetail } from "@/lib/api/event-detail";
import { FACT_LABELS } from "@/lib/events/fact";
import { explained, factList } from "../mapping/fact-list";
import { storedReader } from "../mapping/stored-reader";
import type { Secrets } from "../samples/sample";
import type { StoredRecord } from "../source";
import { eventScope } from "./event-scope";
import { messageSample } from "./message-sample";

const FOLLOWED: ReadonlyMap<string, string> = new Map([
  ["0", "no"],
  ["1", "yes"],
]);

/** The stored row of DescribeApisecEvents as detail. */
export function describeApisecEvent(
  { event, attackCounts, raw }: StoredRecord,
  secrets: Secrets = "masked",
): EventDetail {
  const row = storedReader(raw);
  return {
    attackCounts: [...attackCounts],
    attackers: event.attackers,
    facts: factList([
      ["Event scope", eventScope(event)],
      ["Business purpose", row.text("ApiTag")],
      ["Event type origin", row.text("Origin")],
      [FACT_LABELS.rule, row.object("EventInfo").text("rule_id")],
      ["Attack client", row.text("AttackClient")],
      ["Attacker country", row.text("RemoteCountry")],
      ["Attacker region", row.text("RemoteRegion")],
      ["Remark in the cloud", row.text("Note")],
      ["Followed in the cloud", explained(row.text("Follow"), FOLLOWED)],
    ]),
    samples: [
      ...messageSample("request", row.value("RequestData"), secrets),
      ...messageSample("response", row.value("ResponseData"), secrets),
    ],
    intelligence: [],
    live: [],
  };
}
