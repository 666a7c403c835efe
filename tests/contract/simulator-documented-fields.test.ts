import { afterAll, beforeAll, expect, test } from "vitest";
import {
  apisecEvent,
  FACTORY_EPOCH,
  raspEvent,
  riskEvent,
  type Simulator,
  startSimulator,
  threatEvent,
} from "@/lib/simulator";
import { type Seed, seedText } from "@/tests/support/seeds";
import { type Answer, firewall, hss, waf } from "@/tests/support/simulator-client";

const EVENT = apisecEvent(1);
const THREAT = threatEvent(1);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => new Date(FACTORY_EPOCH * 1000),
    scenario: {
      apisecEvents: [EVENT],
      threatEvents: [THREAT],
      riskEvents: [riskEvent(1)],
      raspEvents: [raspEvent(1)],
    },
  });
});
afterAll(() => simulator.close());

/** Field names with the kind of their values, down to the first row of each list. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shape(member)]));
}

const SECONDS = { StartTime: FACTORY_EPOCH - 86_400, EndTime: FACTORY_EPOCH, DataType: "session" };
const CALLS: readonly (readonly [Seed, () => Promise<Answer>])[] = [
  ["DescribeApisecEvents", () => waf(simulator, "DescribeApisecEvents")],
  [
    "DescribeThreatEventDetail",
    () => waf(simulator, "DescribeThreatEventDetail", { EventId: THREAT.EventId }),
  ],
  [
    "DescribeApisecUserOperations",
    () => waf(simulator, "DescribeApisecUserOperations", { ObjectId: EVENT.EventId }),
  ],
  ["ListRaspEvents", () => hss(simulator, { start_time: 0, end_time: FACTORY_EPOCH * 1000 })],
];

test.each(CALLS)(
  "%s answers the fields of the published example with values of the same kinds",
  async (seed, call) => {
    simulator.controls.waf.changeStatusInConsole(EVENT.EventId, "confirmed");
    const answer = await call();
    expect(shape(answer.json)).toMatchObject(Object(shape(JSON.parse(seedText(seed)))));
  },
);

test("DescribeRiskEventGroup answers the fields of the published example with values of the same kinds", async () => {
  const vpc = {
    EcsInstanceId: "",
    EcsInstanceName: "",
    NetworkInstanceId: "",
    NetworkInstanceName: "",
    RegionNo: "",
  };
  const resource = { RegionNo: "", ResourceInstanceId: "", ResourceInstanceName: "", ResourcePrivateIP: "" };
  simulator.controls.cloudFirewall.clear();
  simulator.controls.cloudFirewall.add(
    riskEvent("full", {
      Direction: "out",
      privateSources: ["10.0.0.1"],
      ResourcePrivateIPList: [resource],
      vpcSource: vpc,
      vpcTarget: vpc,
      SrcIPTags: ["tag"],
    }),
  );
  const answer = await firewall(simulator, "DescribeRiskEventGroup", SECONDS);
  expect(shape(answer.json)).toEqual(shape(JSON.parse(seedText("DescribeRiskEventGroup"))));
});
