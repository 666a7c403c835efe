import type { EventDetail } from "@/lib/api/event-detail";
import { FACT_LABELS } from "@/lib/events/fact";
import { explained, factList } from "../mapping/fact-list";
import { maskNamed } from "../samples/mask-secrets";
import type { StoredRecord } from "../source";
import { RecordReader } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";
import { readCondition } from "./condition";
import { intelligenceOf } from "./intelligence";
import { threatParts } from "./threat-record";

const PERSISTENT: ReadonlyMap<string, string> = new Map([
  ["0", "no"],
  ["1", "yes"],
]);

/** The stored list row and detail of a threat event as detail. */
export function describeThreatEvent({ event, attackCounts, raw }: StoredRecord): EventDetail {
  const parts = threatParts(raw);
  const row = new RecordReader(wireObject(parts.row?.value) ?? {});
  const detail = new RecordReader(wireObject(parts.detail?.value) ?? {});
  const condition = readCondition(detail);
  return {
    attackCounts: [...attackCounts],
    attackers: event.attackers,
    facts: factList([
      [FACT_LABELS.suggestion, detail.text("EventSuggest")],
      ["Persistent attack", explained(detail.text("IsPersistent"), PERSISTENT)],
      ["Blocked share", row.text("BlockRate")],
      ["Source country", detail.text("EventSrcCountry")],
      ["Source region", detail.text("EventSrcRegion")],
      ["Log window from", condition.from],
      ["Log window to", condition.to],
      ...condition.fields.map(
        ({ name, values }) => [`Log filter: ${name}`, values.map((value) => maskNamed(name, value))] as const,
      ),
    ]),
    samples: [],
    intelligence: intelligenceOf(detail),
    live: [],
  };
}
