import { describe, expect, it } from "vitest";
import { errorAdvice } from "@/components/sources/error-advice";
import { indentJson } from "@/components/sources/indent-json";

describe("errorAdvice", () => {
  it.each([
    ["Throttling.User", "limits the calls"],
    ["APIGW.0308", "limits the calls"],
    ["InvalidAccessKeyId.NotFound", "Check the key"],
    ["SignatureDoesNotMatch", "Check the key"],
    ["InvalidSecurityToken.Expired", "temporary credentials"],
    ["NoPermission", "Grant the key the permission"],
    ["HSS.0013", "Grant the key the permission"],
    ["InvalidTimeStamp.Expired", "clock"],
    ["SomethingNew", "tries again by itself"],
    [null, "reaches the endpoint"],
  ])("for %s says what somebody can do", (code, expected) => {
    expect(errorAdvice(code)).toContain(expected);
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
