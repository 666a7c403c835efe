import type { ProblemCode } from "@/lib/api/problem";
import type { CloudError, CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import { ProblemError } from "./problem-error";

const CODE_OF_KIND: Record<CloudErrorKind, ProblemCode> = {
  throttled: "cloud-throttled",
  denied: "cloud-refused",
  unauthenticated: "cloud-refused",
  "wrong-clock": "cloud-refused",
  invalid: "cloud-refused",
  "not-found": "cloud-refused",
  unavailable: "cloud-unavailable",
  malformed: "cloud-unavailable",
  network: "cloud-unavailable",
  timeout: "cloud-timeout",
  cancelled: "cloud-timeout",
};

/** A failed cloud call as our problem, with the cloud's own code and request id. */
export function cloudProblem(error: CloudError): ProblemError {
  const { code, httpStatus, requestId, retryAfterMs } = error.facts;
  return new ProblemError(
    CODE_OF_KIND[error.kind],
    error.message,
    {
      cloud: {
        code: code ?? null,
        message: error.message,
        httpStatus: httpStatus ?? null,
        requestId: requestId ?? null,
      },
      ...(retryAfterMs ? { headers: { "retry-after": String(Math.ceil(retryAfterMs / 1000)) } } : {}),
    },
    { cause: error },
  );
}
