import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Product } from "@/lib/events/source-id";
import { findOperation, OPERATIONS } from "@/lib/server/clouds/operations";
import { parseParameters } from "@/lib/server/clouds/parse-parameters";

function parse(product: Product, name: string, query: string) {
  const operation = findOperation(product, name);
  if (!operation) throw new Error(`no operation ${name}`);
  return parseParameters(operation, new URLSearchParams(query));
}

function wrongParameters(product: Product, name: string, query: string): readonly string[] {
  const result = parse(product, name, query);
  return result.success ? [] : result.issues.map(({ parameter }) => parameter);
}

describe("the declared operations", () => {
  const all = Object.values(OPERATIONS).flat();

  it("are found by product and exact name only", () => {
    expect(findOperation("waf", "DescribeThreatEvent")?.name).toBe("DescribeThreatEvent");
    expect(findOperation("waf", "describethreatevent")).toBeUndefined();
    expect(findOperation("hss", "DescribeThreatEvent")).toBeUndefined();
    expect(findOperation("waf", "constructor")).toBeUndefined();
  });

  it.each(all.map((operation) => [operation.name, operation] as const))(
    "%s fills in only parameters that it declares and describes itself as JSON Schema",
    (_, operation) => {
      for (const name of operation.fromConnection) expect(operation.request.shape).toHaveProperty(name);
      const schema = z.toJSONSchema(operation.request);
      expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    },
  );

  it.each(all.map((operation) => [operation.name, operation] as const))(
    "%s accepts an answer whose every field is null or absent",
    (_, operation) => {
      expect(operation.response.safeParse({}).success).toBe(true);
      const documented =
        operation.response instanceof z.ZodObject ? Object.keys(operation.response.shape) : [];
      const nulls = Object.fromEntries(documented.map((key) => [key, null]));
      expect(operation.response.safeParse({ ...nulls, Unknown: 1 }).success).toBe(true);
    },
  );
});

describe("parameters from a URL", () => {
  it("become what the cloud takes: numbers, lists, texts of digits", () => {
    expect(parse("waf", "DescribeApisecEvents", "PageSize=20&StartTs=1683648000")).toEqual({
      success: true,
      data: { PageSize: 20, StartTs: 1683648000 },
    });
    expect(
      parse("cloud-firewall", "DescribeRiskEventGroup", "StartTime=1&EndTime=2&AttackApp=MySQL"),
    ).toEqual({
      success: true,
      data: { StartTime: "1", EndTime: "2", DataType: "session", AttackApp: ["MySQL"] },
    });
    expect(parse("hss", "ListRaspEvents", "start_time=1&end_time=9223372036854775807")).toEqual({
      success: true,
      data: { start_time: "1", end_time: "9223372036854775807", offset: 0, limit: 10 },
    });
  });

  it.each(["AttackApp=a&AttackApp=b", "AttackApp.1=a&AttackApp.2=b"])("take a list as %s", (query) => {
    expect(
      parse("cloud-firewall", "DescribeRiskEventStatistic", `StartTime=1&EndTime=2&${query}`),
    ).toMatchObject({
      data: { AttackApp: ["a", "b"] },
    });
  });

  it.each<[Product, string, string, string]>([
    ["waf", "DescribeApisecEvents", "Nonsense=1", "Nonsense"],
    ["waf", "DescribeApisecEvents", "pagesize=1", "pagesize"],
    ["waf", "DescribeApisecEvents", "PageSize=0", "PageSize"],
    ["waf", "DescribeApisecEvents", "PageSize=1000000000", "PageSize"],
    ["waf", "DescribeApisecEvents", "PageSize=", "PageSize"],
    ["waf", "DescribeApisecEvents", "PageSize=1e1", "PageSize"],
    ["waf", "DescribeApisecEvents", "PageNumber=1.5", "PageNumber"],
    ["waf", "DescribeApisecEvents", "PageNumber=1&PageNumber=2", "PageNumber"],
    ["waf", "DescribeApisecEvents", "EventLevel=critical", "EventLevel"],
    ["waf", "DescribeApisecEvents", "StartTs=9&EndTs=9", "EndTs"],
    ["waf", "DescribeApisecEvents", "StartTs=1683648000000", "StartTs"],
    ["waf", "DescribeApisecEvents", "EventId=", "EventId"],
    ["waf", "DescribeApisecEvents", "InstanceId=waf-of-somebody-else", "InstanceId"],
    ["waf", "DescribeApisecEventDetail", "DetailType=ip_info", "EventId"],
    ["waf", "DescribeThreatEvent", "StartTime=2&EndTime=1", "EndTime"],
    ["waf", "DescribeThreatEvent", "StartTime=1&EndTime=2&PageSize=201", "PageSize"],
    ["cloud-firewall", "DescribeRiskEventGroup", "StartTime=1&EndTime=2&PageSize=11", "PageSize"],
    ["cloud-firewall", "DescribeRiskEventGroup", "StartTime=1&EndTime=2&RuleSource=3", "RuleSource"],
    ["cloud-firewall", "DescribeRiskEventGroup", "EndTime=2", "StartTime"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=2&limit=9", "limit"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=2&offset=2000001", "offset"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=2&severity=high", "severity"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=2&attack_tag=attack_success", "attack_tag"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=9223372036854775808", "end_time"],
    ["hss", "ListRaspEvents", "start_time=2&end_time=1", "end_time"],
    ["hss", "ListRaspEvents", "start_time=1&end_time=2&project_id=other", "project_id"],
  ])("of %s %s refuse %s by naming %s", (product, name, query, parameter) => {
    expect(wrongParameters(product, name, query)).toEqual([parameter]);
  });

  it("refuse a note that is no text", () => {
    const operation = findOperation("waf", "ModifyApisecEvents");
    const note = (Note: string) =>
      operation?.request.safeParse({ EventIds: ["a"], UserStatus: "ignored", Note });
    expect(note("fine 误报")?.success).toBe(true);
    expect(note("\ud800")?.success).toBe(false);
    expect(note("x".repeat(1001))?.success).toBe(false);
  });
});
