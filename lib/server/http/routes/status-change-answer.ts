import type { StatusChangeResponse } from "@/lib/api/status-change";
import { JsonText } from "../route-declaration";

/** HTTP 202 says that the change was accepted and is still to be made. */
export function statusChangeAnswer(answer: StatusChangeResponse): JsonText {
  return new JsonText(JSON.stringify(answer), answer.kind === "job" ? 202 : 200);
}
