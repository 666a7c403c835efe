import { isLosslessNumber } from "lossless-json";
import { MASK } from "@/lib/events/mask";
import { losslessText, parseLossless } from "@/lib/server/clouds/record-text";
import { isHeaderGroup, isShownHeader } from "./header-names";
import { hexText } from "./hex-text";
import { maskMessage } from "./mask-message";
import { isSecretName, maskSecrets } from "./mask-secrets";

/** Deeper nesting of JSON text in JSON text is no record of a cloud. */
const MAX_LAYERS = 4;

type Member = Readonly<Record<string, unknown>>;

// Not by prototype: an attacker's "__proto__" may have changed that.
const isMember = (value: unknown): value is Member =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

/** Stands for JSON text that nobody has looked through to its end: there may be a secret in it. */
const HIDDEN = JSON.stringify(MASK);

/** JSON text without its secrets, the same text where there are none; `null` when it is no JSON. */
function maskParsed(text: string, layers: number, inHeaders: boolean): string | null {
  try {
    const value = parseLossless(text);
    const after = losslessText(maskValue(value, layers, inHeaders));
    return after === losslessText(value) ? text : after;
  } catch (error) {
    return error instanceof RangeError ? HIDDEN : null;
  }
}

/** Other text may hold "word: text" that is no header, so only a message's own form counts as one. */
const MESSAGE_START = /^\s*(?:[A-Z]{3,10} \S+ HTTP\/\d|HTTP\/\d)/;

function maskText(text: string, layers: number, inHeaders: boolean): string {
  if (/^\s*[[{]/.test(text)) {
    const parsed = maskParsed(text, layers - 1, inHeaders);
    if (parsed !== null) return layers > 0 ? parsed : HIDDEN;
  }
  // Whoever can read a packet's bytes can read its text.
  const bytes = hexText(text);
  if (bytes !== null && maskText(bytes, layers, inHeaders) !== bytes) return MASK;
  return (inHeaders || MESSAGE_START.test(text) ? maskMessage(text) : maskSecrets(text)).text;
}

/** Everything that is a value is masked, so that what is left shows the shape and nothing else. */
function maskWhole(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskWhole);
  if (isMember(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskWhole(member)]));
  }
  return value === null || value === "" || typeof value === "boolean" ? value : MASK;
}

/** Headers come as names to values, or as a list of pairs, as text too. */
const isHidden = (name: string, inHeaders: boolean) =>
  isSecretName(name) || (inHeaders && !isShownHeader(name));

/** The name in `{ "name": "Cookie", "value": "…" }`, as lists of headers and parameters are written. */
function pairName(value: Member): string | null {
  const name = value.name ?? value.key ?? value.Name ?? value.Key;
  const holdsValue = Object.keys(value).some((field) => VALUE_FIELD.test(field));
  return typeof name === "string" && holdsValue ? name : null;
}

const VALUE_FIELD = /^values?$/i;

function maskMembers(value: Member, layers: number, inHeaders: boolean): Member {
  const pair = pairName(value);
  const pairIsHidden = pair !== null && isHidden(pair, inHeaders);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      // What names and holds the value of a pair is no header itself.
      const hidden = VALUE_FIELD.test(name) ? pairIsHidden : isHidden(name, inHeaders && pair === null);
      return [name, hidden ? maskWhole(member) : maskValue(member, layers, isHeaderGroup(name))];
    }),
  );
}

function maskValue(value: unknown, layers: number, inHeaders = false): unknown {
  if (typeof value === "string") return maskText(value, layers, inHeaders);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, layers, inHeaders));
  return isMember(value) ? maskMembers(value, layers, inHeaders) : value;
}

/** Takes secrets out of a JSON value, also out of JSON and messages that stand in its texts. */
export function maskJson(value: unknown): unknown {
  return maskValue(value, MAX_LAYERS);
}

/**
 * Takes secrets out of JSON text; byte for byte the same where there are none. Text that is nested too
 * deeply to be looked through is masked as a whole.
 */
export function maskJsonText(text: string): string {
  return maskParsed(text, MAX_LAYERS, false) ?? HIDDEN;
}
