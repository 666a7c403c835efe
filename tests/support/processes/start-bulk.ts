import { type StatusChangeRequest, statusChangeResponseSchema } from "@/lib/api/status-change";
import { type Client, withJson } from "../callers";
import { jsonAnswer } from "./json-answer";

/** Asks for a change of so many events that it becomes a job. */
export async function startBulk(ask: Client, request: StatusChangeRequest) {
  const answering = ask("/api/events/status", withJson("POST", request));
  const answer = await jsonAnswer(answering, statusChangeResponseSchema);
  if (answer.kind !== "job") throw new Error("A job was expected.");
  return answer;
}
