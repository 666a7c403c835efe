import { storableText } from "@/lib/format/storable-text";
import { invalidRequest } from "./problem-error";

const MESSAGE = "A value must not contain the NUL character or half of a surrogate pair.";

const isStorable = (text: string) => storableText(text) === text;

/** The places of all texts that cannot be stored, keys included, as "events.1.id". */
function* unstorablePlaces(value: unknown, place: readonly string[]): Generator<string> {
  if (typeof value === "string" && !isStorable(value)) yield place.join(".") || "body";
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!isStorable(key)) yield [...place, key].join(".");
    yield* unstorablePlaces(part, [...place, key]);
  }
}

/**
 * PostgreSQL takes neither NUL nor half characters: without this a request with one would fail there, as if we were
 * to blame. Notes may hold them; their schemas have made them visible already.
 * @throws ProblemError invalid-request, naming every field that holds one.
 */
export function refuseUnstorable(params: object, query: URLSearchParams, body: unknown): void {
  // A cursor is decoded, never stored, and who decodes it says better what is wrong with it.
  const { cursor: _decoded, ...told } = Object.fromEntries(query);
  const parts = [params, told, body];
  const places = parts.flatMap((part) => [...unstorablePlaces(part, [])]);
  if (places.length > 0) throw invalidRequest(places.map((field) => ({ field, message: MESSAGE })));
}
