import type { HttpReply } from "@/lib/simulator/http/http-exchange";
import type { Refusal } from "@/lib/simulator/refusal";

/** Huawei's error body of the API gateway and of HSS. */
export function huaweiError(refusal: Refusal, requestId: string): HttpReply {
  return {
    status: refusal.status,
    headers: { "content-type": "application/json", "x-request-id": requestId, ...refusal.headers },
    body: JSON.stringify({ error_code: refusal.code, error_msg: refusal.message, request_id: requestId }),
  };
}
