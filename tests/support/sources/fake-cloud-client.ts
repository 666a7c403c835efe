import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import type { CloudClient } from "@/lib/server/clouds/operation";

type Parameters = Readonly<Record<string, unknown>>;
/** Answers a call: a body as text or as a value, or a CloudError to fail with. */
type Answerer = (operation: string, parameters: Parameters) => unknown;

export type FakeCall = {
  readonly operation: string;
  readonly parameters: Parameters;
  readonly priority: string;
  readonly timeoutEnds: boolean;
};

/** A cloud that answers as told. Parameters must match the operation's declaration, as in the real client. */
export class FakeCloudClient implements CloudClient {
  readonly calls: FakeCall[] = [];
  /** The most calls that were ever under way at once. */
  mostAtOnce = 0;
  #underWay = 0;

  constructor(private readonly answer: Answerer) {}

  call: CloudClient["call"] = async (operation, parameters, { signal, priority, timeoutEnds = false }) => {
    operation.request.parse(parameters);
    this.calls.push({ operation: operation.name, parameters, priority, timeoutEnds });
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    await Promise.resolve();
    try {
      if (signal.aborted) throw cloudFailure("cancelled", operation.name);
      const reply = this.answer(operation.name, parameters);
      if (reply instanceof CloudError) throw reply;
      const body = typeof reply === "string" ? reply : JSON.stringify(reply);
      return { body, data: operation.response.parse(JSON.parse(body)), requestId: "REQ-1" };
    } finally {
      this.#underWay -= 1;
    }
  };

  /** The names of the operations that were called, in order. */
  get operations(): string[] {
    return this.calls.map((call) => call.operation);
  }
}

export function cloudFailure(
  kind: CloudErrorKind,
  operation = "Any",
  code: string | null = null,
): CloudError {
  return new CloudError(kind, `${operation} failed`, { operation, code });
}
