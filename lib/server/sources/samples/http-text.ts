import { plainValue } from "@/lib/server/clouds/record-text";
import { wireJson } from "../wire/wire-json";
import { wireObject } from "../wire/wire-object";
import { exactText } from "../wire/wire-text";

/** The parts of a message as a product reports them; null where it does not. */
export type HttpParts = {
  /** The first line, for example `GET /login HTTP/1.1`. */
  readonly start: readonly (string | null)[];
  /** An object of names to a value or to several, as a value or as JSON text; other text stands as it is. */
  readonly headers: unknown;
  readonly body: string | null;
};

function headerLines(headers: unknown): string[] {
  const json = wireJson(headers);
  const object = json.state === "value" ? wireObject(json.value) : null;
  if (!object) return [exactText(headers)?.trim() ?? ""].filter((line) => line !== "");
  return Object.entries(object).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (one) => `${name}: ${exactText(one) ?? JSON.stringify(plainValue(one))}`,
    ),
  );
}

/** An HTTP message put together again, one header per line; null when there is nothing to show. */
export function httpText({ start, headers, body }: HttpParts): string | null {
  const head = [start.filter((part) => part !== null && part !== "").join(" "), ...headerLines(headers)];
  const text = [...head.filter((line) => line !== ""), ...(body ? ["", body] : [])].join("\n");
  return text.trim() === "" ? null : text;
}
