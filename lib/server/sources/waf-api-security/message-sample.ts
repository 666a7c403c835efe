import type { Sample } from "@/lib/api/event-detail";
import { plainValue } from "@/lib/server/clouds/record-text";
import { httpText } from "../samples/http-text";
import { type Secrets, sample } from "../samples/sample";
import { RecordReader } from "../wire/record-reader";
import { wireJson } from "../wire/wire-json";
import { wireObject } from "../wire/wire-object";
import { exactText } from "../wire/wire-text";

/** Members under which the WAF's samples hold parts of a message (documented for DescribeApisecExamples). */
const MESSAGE_MEMBERS = ["method", "url", "server_protocol", "status", "header", "body"];

function messageText(value: unknown): string | null {
  const json = wireJson(value);
  if (json.state !== "value") return json.state === "missing" ? null : exactText(value);
  const object = wireObject(json.value);
  if (!object) return Array.isArray(json.value) && json.value.length === 0 ? null : jsonText(json.value);
  const fields = Object.keys(object);
  if (fields.length === 0) return null;
  if (!MESSAGE_MEMBERS.some((member) => fields.includes(member))) return jsonText(object);
  const message = new RecordReader(object);
  const rest = Object.entries(object).filter(([field]) => !MESSAGE_MEMBERS.includes(field));
  const text = httpText({
    start: ["method", "url", "server_protocol", "status"].map((field) => message.exact(field)),
    headers: message.value("header"),
    body: message.exact("body") ?? (message.value("body") ? jsonText(message.value("body")) : null),
  });
  return [text, rest.length > 0 ? jsonText(Object.fromEntries(rest)) : null]
    .filter((part) => part !== null)
    .join("\n\n");
}

const jsonText = (value: unknown) => JSON.stringify(plainValue(value), null, 2);

/**
 * RequestData, ResponseData or the facets of the same purpose as a sample. Their shape is not documented: a
 * message is put together where the known members are there, everything else is shown as JSON.
 */
export function messageSample(kind: "request" | "response", value: unknown, secrets: Secrets): Sample[] {
  const label = kind === "request" ? "Request sample" : "Response sample";
  return sample(kind, label, messageText(value), secrets);
}
