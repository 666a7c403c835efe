import { MASK } from "@/lib/events/mask";
import { findValue } from "./value-end";

const SECRET_NAME =
  /authorization|cookie|token|passw|passphrase|^pass$|^pwd$|secret|(?:api|access|private)[-_]?key|sess(?:ion)?[-_]?id|credential|signature/i;

/** A place in a list, which lets nobody in. */
const PAGE_MARK = /^next[-_]?token$/i;

/** The name of a header, parameter or JSON member whose value lets somebody in. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !PAGE_MARK.test(name);
}

// Each of these looks at every character a bounded number of times: the text is an attacker's.
const MEMBER_NAME = /(\\{0,15})(["'])([^"'\\\n]{1,100})\1\2\s*:\s*/g;
const HEADER_LINE = /^([\w-]{1,100})(:[ \t]*)(\S.*)$/gm;
const PARAMETER = /(?<=^|[?&;\s])([\w.[\]%-]{1,100})(=)("[^"\n]*"|[^&;\s]+)/g;
const ELEMENT = /(<(?:[\w.-]{1,100}:)?([\w.-]{1,100})(?:\s[^<>]{0,300})?>)(<!\[CDATA\[)?([^<]+)/g;
const FORM_PART =
  /^content-disposition:[ \t]*form-data;[^\n]{0,300}?\bname="([^"\n]{1,100})"[^\n]{0,300}\n(?:[^\n]{1,300}\n){0,5}?\r?\n/gim;

/** Members of JSON, of what was cut off JSON, and of JSON in texts of JSON. */
function maskMembers(text: string): string {
  const parts: string[] = [];
  let done = 0;
  MEMBER_NAME.lastIndex = 0;
  for (let name = MEMBER_NAME.exec(text); name; name = MEMBER_NAME.exec(text)) {
    const from = name.index + name[0].length;
    const value = isSecretName(name[3] ?? "") ? findValue(text, from) : null;
    if (!value) continue;
    const quote = value.quote || `${name[1]}${name[2]}`;
    parts.push(text.slice(done, from), `${quote}${MASK}${quote}`);
    done = value.end;
    MEMBER_NAME.lastIndex = done;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

/** The parts of a form (RFC 7578), each up to the next line that begins like a boundary. */
function maskFormParts(text: string): string {
  const parts: string[] = [];
  let done = 0;
  FORM_PART.lastIndex = 0;
  for (let part = FORM_PART.exec(text); part; part = FORM_PART.exec(text)) {
    if (!isSecretName(part[1] ?? "")) continue;
    const from = part.index + part[0].length;
    const boundary = text.indexOf("\n--", from - 1);
    const end = boundary === -1 ? text.length : Math.max(from, boundary);
    parts.push(text.slice(done, from), end > from ? MASK : "");
    done = end;
    FORM_PART.lastIndex = done;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

/**
 * Takes secrets out of a sample: headers, URL and form parameters, JSON members and elements that are named like
 * one. Works on text, since samples come in any shape, cut off too; everything else stays as it came.
 */
export function maskSecrets(text: string): { text: string; masked: boolean } {
  const masked = maskFormParts(maskMembers(text))
    .replace(ELEMENT, (whole, tag: string, name: string, data = "") =>
      isSecretName(name) ? `${tag}${data}${MASK}` : whole,
    )
    .replace(HEADER_LINE, (whole, name: string, colon: string) =>
      isSecretName(name) ? `${name}${colon}${MASK}` : whole,
    )
    .replace(PARAMETER, (whole, name: string, equals: string) =>
      isSecretName(name) ? `${name}${equals}${MASK}` : whole,
    );
  return { text: masked, masked: masked !== text };
}

/** A value as it may be shown beside its name. */
export function maskNamed(name: string, value: string): string {
  return isSecretName(name) && value !== "" ? MASK : maskSecrets(value).text;
}
