import { describe, expect, it } from "vitest";
import { OPERATIONS } from "@/lib/server/clouds/operations";
import { describeOperation } from "@/lib/server/triage/read-explorer";

const parametersOf = (name: string) => {
  const operation = Object.values(OPERATIONS)
    .flat()
    .find((candidate) => candidate.name === name);
  return new Map(operation && describeOperation(operation).parameters.map((entry) => [entry.name, entry]));
};

describe("the explorer's forms", () => {
  it("offer every parameter of every operation but those that the connection fills in", () => {
    for (const operation of Object.values(OPERATIONS).flat()) {
      const offered = describeOperation(operation).parameters.map(({ name }) => name);
      expect([...offered, ...operation.fromConnection].sort()).toEqual(
        Object.keys(operation.request.shape).sort(),
      );
    }
  });

  it("know what is needed, what is chosen and in which unit a time is", () => {
    const group = parametersOf("DescribeRiskEventGroup");
    expect(group.get("StartTime")).toMatchObject({ required: true, kind: "seconds" });
    expect(group.get("DataType")).toMatchObject({ required: false, defaultValue: "session" });
    expect(group.get("VulLevel")).toMatchObject({ kind: "choice", choices: ["1", "2", "3"] });
    expect(group.get("AttackApp")).toMatchObject({ kind: "list" });
    expect(parametersOf("DescribeThreatEvent").get("EndTime")).toMatchObject({ kind: "milliseconds" });
    expect(parametersOf("ListRaspEvents").get("limit")).toMatchObject({ minimum: 10, maximum: 200 });
  });

  it("show no bound that only says how large a number can be", () => {
    expect(parametersOf("DescribeApisecEvents").get("PageNumber")).toMatchObject({
      minimum: 1,
      maximum: null,
    });
  });
});
