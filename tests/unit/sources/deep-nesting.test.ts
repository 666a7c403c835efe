import { describe, expect, it } from "vitest";
import { eventDetailSchema } from "@/lib/api/event-detail";
import { SOURCE_IDS, type SourceId } from "@/lib/events/source-id";
import { pageRecords } from "@/lib/server/sources/mapping/page-records";
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

const nested = (open: string, close: string, depth: number) =>
  `${open.repeat(depth)}{"token":"s3cr3t"}${close.repeat(depth)}`;
/** What anybody can send in a request: some kilobytes of brackets. */
const DEPTHS = [500, 2_500, 4_000, 9_000];
const ATTACKS = DEPTHS.flatMap((depth) => [nested("[", "]", depth), nested('{"a":', "}", depth)]);

/** Fields of each source whose text is, or may be, what an attacker has sent. */
const ROWS: Record<SourceId, (attack: string) => Readonly<Record<string, unknown>>> = {
  "waf-api-security": (attack) =>
    apisecRow({
      RequestData: attack,
      ResponseData: attack,
      EventInfo: attack,
      AttackCntInfo: attack,
      AttackerList: attack,
      AttackIps: [attack],
    }),
  "waf-threat": (attack) => threatRow({ EventSrc: attack }),
  "cloud-firewall": (attack) =>
    riskRow({ SrcPrivateIPList: [attack], RuleId: attack, SrcIPTags: attack, IPLocationInfo: attack }),
  "hss-rasp": (attack) =>
    raspRow({ req_headers: attack, app_stack: attack, attack_input_value: attack, private_ip: attack }),
};

describe.each(SOURCE_IDS)("JSON nested thousands of levels deep in a message that %s reports", (id) => {
  const source = SOURCES[id];

  it.each(ATTACKS)("hides no event and breaks no page of one: %.10s", async (attack) => {
    const row = ROWS[id](attack);
    const detail = threatDetail({ EventCondition: attack, EventIntelligence: attack, EventSuggest: attack });
    const rows = { Data: [row], ThreatEvents: [row], DataList: [row], data_list: [row] };
    const client = new FakeCloudClient((operation) =>
      operation === "DescribeThreatEventDetail"
        ? { ThreatEventDetail: detail }
        : { TotalCount: 1, total_num: 1, ...rows },
    );
    const page = await source.readPage(client, pageRequest({ list: source.lists[0] ?? "" }));
    expect(page.rejected).toEqual([]);
    const [event] = page.events;
    if (!event) throw new Error("The event is missing.");
    expect(JSON.parse(event.raw)).toMatchObject(id === "waf-threat" ? { ThreatEvent: row } : row);
    const { samples } = eventDetailSchema.parse(source.describe(storedRecord(event)));
    const masked = samples.filter((sample) => sample.masked);
    expect(JSON.stringify(masked)).not.toContain("s3cr3t");
    if (id === "waf-api-security") expect(masked).toHaveLength(2);
  });
});

describe("a record that is nested so deeply itself", () => {
  it.each(DEPTHS)("costs no other record of its page, and nothing of it is lost: %d levels", (depth) => {
    const deep = nested('{"a":', "}", depth);
    const body = `{"TotalCount":3,"Data":[{"EventId":"1"},{"EventId":"2","Deep":${deep}},{"EventId":"3"}]}`;
    const { records } = pageRecords("List", { body, requestId: null }, { list: "Data", total: "TotalCount" });
    expect(records.map(({ raw }) => raw.slice(0, 14))).toEqual(
      [1, 2, 3].map((id) => `{"EventId":"${id}"`).map((text) => text.slice(0, 14)),
    );
    expect(records[1]?.raw.match(/a/g)).toHaveLength(depth);
    expect(records[1]?.raw).toContain("s3cr3t");
  });
});
