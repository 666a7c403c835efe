import { expect, it } from "vitest";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { endingWith } from "@/lib/server/triage/ending-with";

const failing: CloudClient = {
  call: async () => {
    throw new Error("The caller went away.");
  },
};
const call = (signal: AbortSignal) =>
  Reflect.apply(endingWith(failing, signal).call, null, ["any", {}, { signal }]);

it("a call that our limit ended fails with the limit, not with a reader who went away", async () => {
  await expect(call(AbortSignal.abort(new Error("No answer within 4 s.")))).rejects.toThrow(
    "No answer within 4 s.",
  );
});

it("a call that failed by itself keeps its reason", async () => {
  await expect(call(new AbortController().signal)).rejects.toThrow("The caller went away.");
});
