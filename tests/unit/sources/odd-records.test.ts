import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventDetailSchema } from "@/lib/api/event-detail";
import { securityEventSchema } from "@/lib/events/event";
import { guidanceFor } from "@/lib/events/guidance";
import { guidanceSchema } from "@/lib/events/guidance/guidance-schema";
import { SOURCE_IDS, type SourceId } from "@/lib/events/source-id";
import { SOURCES } from "@/lib/server/sources/registry";
import { FakeCloudClient } from "../../support/sources/fake-cloud-client";
import {
  apisecRow,
  pageRequest,
  raspRow,
  riskRow,
  storedRecord,
  threatDetail,
  threatRow,
} from "../../support/sources/source-records";

/** A whole and usable row of each source, with the optional fields that have a form of their own. */
const ROWS: Record<SourceId, Readonly<Record<string, unknown>>> = {
  "waf-api-security": apisecRow({
    AttackerList: [],
    AttackIpInfo: "[]",
    AttackIps: [],
    AttackIp: "",
    AttackCntInfo: "{}",
    EventInfo: "{}",
    RequestData: "{}",
    ResponseData: "{}",
    Note: "",
  }),
  "waf-threat": threatRow(),
  "cloud-firewall": riskRow({
    ResourcePrivateIPList: [],
    SrcPrivateIPList: [],
    IPLocationInfo: {},
    VpcSrcInfo: {},
    SrcIPTags: [],
  }),
  "hss-rasp": raspRow({ req_headers: "{}", app_stack: "", attack_input_value: "", private_ip: "" }),
};

const DETAIL = threatDetail({ EventCondition: "{}", EventIntelligence: "[]", EventSuggest: "", EndTime: 1 });

const oddValue = fc.oneof(
  fc.constantFrom(
    null,
    "",
    " ",
    "{}",
    "[]",
    "null",
    '"',
    "{",
    '{\\"a\\":1}',
    -1,
    0,
    1e300,
    "1e400",
    "\0",
    "\uD800",
  ),
  fc.constantFrom("__proto__", "constructor", "<img src=x onerror=alert(1)>", "9".repeat(40)),
  fc.json(),
  fc.jsonValue(),
  fc.string({ unit: "binary" }),
);

/** The row with some of its fields replaced by anything that JSON can hold. */
const spoilt = (row: Readonly<Record<string, unknown>>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(row)), oddValue, { noNullPrototype: true })
    .map((odd) => ({ ...row, ...odd }));

const listAnswer = (rows: readonly unknown[]) => ({
  TotalCount: rows.length,
  total_num: rows.length,
  Data: rows,
  ThreatEvents: rows,
  DataList: rows,
  data_list: rows,
});

describe.each(SOURCE_IDS)("%s", (id) => {
  const source = SOURCES[id];

  it("maps or rejects any row, with a reason, and shows what it maps", async () => {
    const rows = fc.array(
      fc.oneof({ weight: 9, arbitrary: spoilt(ROWS[id]) }, { weight: 1, arbitrary: oddValue }),
      {
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(rows, spoilt(DETAIL), async (records, detail) => {
        const client = new FakeCloudClient((operation) =>
          operation === "DescribeThreatEventDetail" ? { ThreatEventDetail: detail } : listAnswer(records),
        );
        const page = await source.readPage(client, pageRequest({ list: source.lists[0] ?? "" }));
        expect(page.events.length + page.rejected.length).toBe(records.length);
        for (const { reason } of page.rejected) expect(reason).not.toBe("");
        for (const event of page.events) {
          expect(event.upstreamKey).not.toBe("");
          const record = storedRecord(event);
          securityEventSchema.parse(record.event);
          expect(() => JSON.parse(event.raw)).not.toThrow();
          const described = eventDetailSchema.parse(source.describe(record));
          guidanceSchema.parse(guidanceFor(record.event, described));
          // Nothing in it may be a character that the database refuses.
          expect(Object.values(record.event.target).flat().join("")).not.toMatch(/[\0\p{Surrogate}]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("describes a stored record whose text is damaged", async () => {
    const client = new FakeCloudClient((operation) =>
      operation === "DescribeThreatEventDetail" ? { ThreatEventDetail: DETAIL } : listAnswer([ROWS[id]]),
    );
    const page = await source.readPage(client, pageRequest({ list: source.lists[0] ?? "" }));
    const [event] = page.events;
    expect(event).toBeDefined();
    for (const raw of ["", "null", "[]", "{", "[".repeat(100_000)]) {
      if (event) eventDetailSchema.parse(source.describe(storedRecord({ ...event, raw })));
    }
  });
});
