import type { RecordReader } from "../wire/record-reader";
import { wireText } from "../wire/wire-text";

const ABSOLUTE_URL = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^?#]*)/i;
const USER_INFO = /^.*@/;

/** The Host header; header names come in lower case with lists of values, but are not relied on to. */
function hostHeader(row: RecordReader): string | null {
  const headers = row.object("req_headers");
  const name = headers.fields.find((field) => field.toLowerCase() === "host");
  return name === undefined ? null : (headers.texts(name)[0] ?? null);
}

/**
 * Host and path of the attacked request. req_url is declared a full URL and comes as a mere path too;
 * req_path is empty for the root, and comes empty although the URL has a path.
 */
export function requestTarget(row: RecordReader): { host: string | null; path: string | null } {
  const url = row.text("req_url");
  const absolute = ABSOLUTE_URL.exec(url ?? "");
  const urlHost = wireText(absolute?.[1]?.replace(USER_INFO, ""));
  const urlPath = absolute ? absolute[2] || "/" : wireText(url?.replace(/[?#].*$/s, ""));
  const isRequest = url !== null || row.text("req_method") !== null;
  return {
    host: hostHeader(row) ?? urlHost,
    path: row.text("req_path") ?? urlPath ?? (isRequest ? "/" : null),
  };
}
