import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { CloudAnswer } from "@/lib/server/clouds/operation";
import { parseLossless } from "@/lib/server/clouds/record-text";
import { wireCount } from "../wire/wire-number";
import { type WireObject, wireObject } from "../wire/wire-object";
import { isAbsent } from "../wire/wire-text";
import { type RecordText, recordText } from "./map-records";

type Answer = Pick<CloudAnswer<unknown>, "body" | "requestId">;

function malformed(operation: string, answer: Answer, what: string): CloudError {
  return new CloudError("malformed", `${operation}: ${what}`, { operation, requestId: answer.requestId });
}

/** The answer as an object, number literals kept. @throws CloudError `malformed` when it is none. */
export function answerObject(operation: string, answer: Answer): WireObject {
  let value: unknown;
  try {
    value = parseLossless(answer.body);
  } catch {
    throw malformed(operation, answer, "the answer is not readable JSON.");
  }
  const object = wireObject(value);
  if (!object) throw malformed(operation, answer, "the answer is not a JSON object.");
  return object;
}

/**
 * The records of a list answer and the total it announces (the number of rows where it announces none).
 *
 * @param keys the members that hold them; an operation without a total at least gives its RequestId.
 * @throws CloudError `malformed` when the list is no list, or when neither it nor a total is there: such an
 * answer must not pass for an empty page. A null or absent list beside a total is an empty page.
 */
export function pageRecords(
  operation: string,
  answer: Answer,
  keys: { readonly list: string; readonly total: string | null },
): { records: readonly RecordText[]; total: number } {
  const object = answerObject(operation, answer);
  const list = object[keys.list] ?? null;
  const total = keys.total === null ? null : wireCount(object[keys.total]);
  if (list === null && isAbsent(object[keys.total ?? "RequestId"])) {
    throw malformed(operation, answer, `the answer holds no ${keys.list}.`);
  }
  if (list !== null && !Array.isArray(list))
    throw malformed(operation, answer, `${keys.list} is not a list.`);
  const records = (list ?? []).map(recordText);
  return { records, total: total ?? records.length };
}
