import { foldDeepParts } from "@/lib/server/clouds/fold-deep-parts";
import { parseLossless } from "@/lib/server/clouds/record-text";

/** What a field that holds JSON text turned out to be. */
export type WireJson =
  | { readonly state: "value"; readonly value: unknown }
  | { readonly state: "missing" }
  | { readonly state: "unreadable" };

/** JSON text may itself be escaped once or twice more than needed. */
const MAX_LAYERS = 3;
/**
 * No product nests its JSON text so deeply; whoever attacks can, in a message that a product reports. As text it is shown
 * and masked like any other.
 */
const DEEPEST = 200;

function parseLayers(text: string, layers: number): WireJson {
  const trimmed = text.trim();
  if (trimmed === "") return { state: "missing" };
  if (layers === 0) return { state: "unreadable" };
  if (foldDeepParts(trimmed, DEEPEST) !== trimmed) return { state: "unreadable" };
  try {
    const value = parseLossless(trimmed);
    return typeof value === "string" ? parseLayers(value, layers - 1) : { state: "value", value };
  } catch {
    return trimmed.includes('\\"')
      ? parseLayers(trimmed.replaceAll('\\"', '"'), layers - 1)
      : { state: "unreadable" };
  }
}

/**
 * Reads a field that holds JSON as text: indented, over-escaped (`{\"location\"…`), or already a value.
 * Numbers come as in parseLossless. Null, absent and blank are `missing`; JSON null counts as missing too.
 */
export function wireJson(field: unknown): WireJson {
  const read: WireJson =
    typeof field === "string" ? parseLayers(field, MAX_LAYERS) : { state: "value", value: field };
  return read.state === "value" && (read.value === null || read.value === undefined)
    ? { state: "missing" }
    : read;
}
