import { describe, expect, it } from "vitest";
import { errorAdvice } from "@/components/sources/error-advice";
import { indentJson } from "@/components/sources/indent-json";

describe("errorAdvice", () => {
  it.each([
    ["Throttling.User", "throttled"],
    ["APIGW.0308", "throttled"],
    ["InvalidAccessKeyId.NotFound", "key"],
    ["SignatureDoesNotMatch", "key"],
    ["InvalidSecurityToken.Expired", "token"],
    ["NoPermission", "permission"],
    ["HSS.0013", "permission"],
    ["InvalidTimeStamp.Expired", "clock"],
    ["SomethingNew", "other"],
    [null, "unreachable"],
  ])("for %s advises on the %s", (code, expected) => {
    expect(errorAdvice(code)).toBe(expected);
  });
});

describe("indentJson", () => {
  it("keeps numbers as they were written", () => {
    expect(indentJson('{"id":12345678901234567890,"rate":1.0}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "rate": 1.0\n}',
    );
  });

  it("says when the text is no JSON", () => expect(indentJson("<html>")).toBeNull());
});
