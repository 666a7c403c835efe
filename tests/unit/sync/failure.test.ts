import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import { backoff } from "@/lib/server/sync/backoff";
import { describeFailure } from "@/lib/server/sync/failure";

const SECRET = "LTAI5tPlantedKeyId";
const error = (kind: CloudErrorKind) =>
  new CloudError(kind, `signature of ${SECRET} is wrong`, {
    operation: "DescribeApisecEvents",
    code: "SomeCode",
    requestId: "REQ-1",
  });

describe("the reason of a failure", () => {
  it.each([
    ["denied", /grant yundun-waf:DescribeApisecEvents/],
    ["unauthenticated", /check the key, its secret, and this server's clock/],
    ["wrong-clock", /clock and this server's differ/],
    ["throttled", /limits the calls of DescribeApisecEvents/],
    ["invalid", /check the region, instance and project/],
    ["not-found", /check the region, instance and project/],
    ["unavailable", /failed while answering DescribeApisecEvents/],
    ["timeout", /did not answer DescribeApisecEvents in time/],
    ["network", /Check this server's network, proxy and name resolution/],
    ["malformed", /was not understood/],
    ["cancelled", /was cancelled/],
  ] satisfies [CloudErrorKind, RegExp][])(
    "says for %s what to do, and quotes the cloud's ids",
    (kind, words) => {
      const failure = describeFailure(error(kind), (operation) => `yundun-waf:${operation}`);
      expect(failure).toMatchObject({ code: "SomeCode", requestId: "REQ-1" });
      expect(failure.reason).toMatch(words);
      expect(failure.reason).not.toContain(SECRET);
    },
  );

  it("names the operation where no permission is documented", () => {
    expect(describeFailure(error("denied"), () => null).reason).toContain("DescribeApisecEvents");
  });

  it("does not say that a cloud refused a key which was never sent", () => {
    const unsent = new CloudError("unauthenticated", "no key", { operation: "DescribeApisecEvents" });
    expect(describeFailure(unsent, () => null).reason).toMatch(/^This server found no key/);
  });

  it("does not blame the cloud for an error of this server", () => {
    const failure = describeFailure(new Error("connection refused"), () => null);
    expect(failure).toEqual({
      reason: expect.stringContaining("on this server"),
      code: null,
      requestId: null,
    });
  });
});

describe("the pause after a failure", () => {
  it("grows with every failure, to five minutes at most, and follows the cloud's hint", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const pause = backoff(failures, () => random);
          expect(pause).toBeGreaterThanOrEqual(Math.min(150_000, 1_000 * 2 ** (failures - 1)));
          expect(pause).toBeLessThanOrEqual(Math.min(300_000, 2_000 * 2 ** (failures - 1)));
          expect(backoff(failures, () => random, 200_000)).toBeGreaterThanOrEqual(200_000);
          expect(backoff(failures, () => random, 10 ** 9)).toBe(300_000);
        },
      ),
      { seed: 11 },
    );
  });
});
