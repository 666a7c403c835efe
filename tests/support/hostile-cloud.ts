import { type SeededOperation, seedText } from "./seed-answers";
import type { Answerer } from "./stub-cloud";

/** Sets this on the window if anything of it is ever run. */
const RUN = "window.attacked = true";

/** Stands for bytes that are no UTF-8; a character that no cloud sends. */
const BROKEN_BYTES = "\u{F0FF0}";

/** 100 kB, each of them markup. */
const LONG = "<b>bold</b>".repeat(9_310);

/** What attackers put where a cloud copies it from, by what it attacks. */
const HOSTILE_VALUES = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror="${RUN}"><svg/onload="${RUN}">`,
  `javascript:${RUN}//https://evil.example/`,
  "\u202Egnp.exe\u2067isolated\u200F",
  "\u001B[2J\u001B[31mred\u001B[0m\u0007",
  "half \uD83D\uDE00 \uD800 pair \u0000 end",
  `bytes ${BROKEN_BYTES} end`,
  LONG,
] as const;

/** Rows of each list: over all of them, every text field has had every value. */
export const HOSTILE_ROWS = HOSTILE_VALUES.length;

type Picker = () => string;

/** The values one after the other, from another one on in each row. */
function pickerFrom(row: number): Picker {
  let next = row;
  return () => HOSTILE_VALUES[next++ % HOSTILE_VALUES.length] ?? "";
}

function nested(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Ten and thirteen digits are instants, in seconds and milliseconds: they stay such, and become recent. */
function recentNumber(value: number, now: Date): number {
  const digits = String(value).length;
  if (digits === 10) return Math.floor(now.getTime() / 1_000);
  return digits === 13 ? now.getTime() : value;
}

/** The example with another text in every place of a text, JSON within text and names of members included. */
function hostile(value: unknown, pick: Picker, now: Date): unknown {
  if (typeof value === "number") return recentNumber(value, now);
  if (typeof value === "string") {
    const inner = nested(value);
    return inner === null ? pick() : JSON.stringify(hostile(inner, pick, now));
  }
  if (Array.isArray(value)) return value.map((item) => hostile(item, pick, now));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, hostile(member, pick, now)]);
  return Object.fromEntries([...members, [pick().slice(0, 200), pick()]]);
}

/** One document per row; ids stay apart from each other. */
function rows(example: unknown, now: Date, id: string | null): unknown[] {
  return Array.from({ length: HOSTILE_ROWS }, (_, row) => {
    const copy = Object(hostile(example, pickerFrom(row), now));
    return id === null ? copy : { ...copy, [id]: `${row} ${String(copy[id]).slice(0, 100)}` };
  });
}

/** The first row of the list in a vendor's example. */
function exampleRow(operation: SeededOperation, list: string): unknown {
  return JSON.parse(seedText(operation))[list][0];
}

const THREAT_ROW = {
  EventId: "id",
  EventLevel: "high",
  EventTag: "tag",
  EventSrc: "source",
  EventTarget: "target",
  BlockRate: "100%",
  EndTime: 1749916800000,
};

const PAYLOAD = { Proto: "tcp", SrcIP: "x", DstIP: "x", Payload: "x", ParsedContent: "x", XForwardFor: "x" };

/** Answers every call with texts that attack whoever shows them, in every place of a text that its document has. */
export function hostileAnswers(now: Date): Answerer {
  const list = (name: string, example: unknown, id: string | null, total = "TotalCount") => {
    const all = rows(example, now, id);
    return { [total]: all.length, RequestId: HOSTILE_VALUES[0], [name]: all };
  };
  const single = (example: unknown) => hostile(example, pickerFrom(0), now);
  const bodies: Readonly<Record<string, unknown>> = {
    DescribeApisecEvents: list("Data", exampleRow("DescribeApisecEvents", "Data"), "EventId"),
    DescribeApisecUserOperations: {
      RequestId: "x",
      Data: rows(exampleRow("DescribeApisecUserOperations", "Data"), now, null),
    },
    DescribeApisecEventDetail: { RequestId: "x", DetailValue: JSON.stringify(single({ a: "x", b: ["x"] })) },
    DescribeThreatEvent: list("ThreatEvents", THREAT_ROW, "EventId"),
    DescribeThreatEventDetail: single(JSON.parse(seedText("DescribeThreatEventDetail"))),
    DescribeThreatEventTopMetric: { RequestId: "x", TopMetrics: rows({ Name: "x", Count: 3 }, now, null) },
    DescribeRiskEventGroup: list("DataList", exampleRow("DescribeRiskEventGroup", "DataList"), "EventId"),
    DescribeRiskEventPayload: single(PAYLOAD),
    ListRaspEvents: list("data_list", exampleRow("ListRaspEvents", "data_list"), null, "total_num"),
  };
  const broken = Buffer.from([0xff, 0xc3, 0x28]);
  const bytes = new Map(
    Object.entries(bodies).map(([operation, body]) => {
      const parts = JSON.stringify(body).split(BROKEN_BYTES);
      return [
        operation,
        Buffer.concat(parts.flatMap((part, at) => [...(at ? [broken] : []), Buffer.from(part)])),
      ];
    }),
  );
  return ({ operation }) => ({ body: bytes.get(operation) ?? "{}" });
}
