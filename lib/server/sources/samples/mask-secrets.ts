import { MASK } from "@/lib/events/mask";
import { findValue } from "./value-end";

const SECRET_NAME =
  /authorization|cookie|token|passw|passphrase|(?:^|[-_.[])pass\]?$|(?:user|db)pass$|pwd\]?$|pswd|secret|(?:api|access|private|auth|session)[-_.]?key|sess(?:ion)?[-_]?id|^session$|^sid$|^auth$|credential|signature|^sign$|jwt|[cx]srf/i;

/** A place in a list, which lets nobody in. */
const PAGE_MARK = /^next[-_]?token$/i;

/** The name of a header, parameter or JSON member whose value lets somebody in. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !PAGE_MARK.test(name);
}

// Each of these looks at every character a bounded number of times: the text is an attacker's.
const MEMBER_NAME = /(\\{0,15}["'])([^"'\\\n]{1,100})\1\s*(?::|=>)\s*/g;
/** A name without quotation marks before a text in them, in one line: attributes, GraphQL, program text. */
const QUOTED = /(?<![\w.$[\]-])([\w.$[\]-]{1,100})[ \t]{0,20}(?:=>|[=:])[ \t]{0,20}(?=\\{0,15}["'])/g;
/** A line of its own, or within a block: there the value ends with the line. */
const HEADER_NAME = /^([ \t]{0,100}(?:-[ \t])?)([\w.-]{1,100})(?:[ \t]{0,20}:|[ \t]{1,20}=[ \t])/gm;
const FOLDED_VALUE = /[ \t]*((?:\r?\n[ \t]+)?\S[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)/y;
const LINE_VALUE = /[ \t]*(\S[^\r\n]*)/y;
const PARAMETER = /(?<=^|[?&;#\s])([\w.[\]%$+'-]{1,100})(=)("[^"\n]*"|(?:(?:basic|bearer) )?[^&;\s]+)/gi;
const ELEMENT =
  /<((?:[\w.-]{1,100}:)?([\w.-]{1,100}))(?:\s[^<>]{0,300})?(?<!\/)>(?:(<!\[CDATA\[)|(?=\s{0,100}(<[^/]))|)/g;
/** A value that stands beside its name: attributes of an element, members of a pair. */
const NAMED_ATTRIBUTE =
  /(?<![\w-])(?:name|key|id)[ \t]{0,5}=[ \t]{0,5}(["'])([^"'<>\n]{1,100})\1(?:\s{1,10}[\w:-]{1,40}=(?:"[^"<>\n]{0,100}"|'[^'<>\n]{0,100}')){0,3}?\s{1,10}value[ \t]{0,5}=[ \t]{0,5}(?=["'])/gi;
const NAMED_MEMBER =
  /(\\{0,15}["'])(?:name|key)\1[ \t]{0,5}:\s{0,20}\1([^"'\\\n]{1,100})\1\s{0,20},\s{0,100}\1values?\1[ \t]{0,5}:\s{0,20}/gi;
/** Members of an array that PHP has serialized; their texts may hold quotation marks as they are. */
const PHP_MEMBER = /(?<!\w)s:\d{1,9}:(\\{0,15}")([^"\\\n;]{1,100})\1;s:\d{1,9}:\1/g;
/** A header as a text in quotation marks, as an argument of a command. */
const QUOTED_HEADER = /(?<!\\)\\{0,15}["']([\w.-]{1,100})[ \t]{0,5}:[ \t]{1,20}(?=[^\s"'\\])/g;
const FORM_PART =
  /^content-disposition:[ \t]*form-data;[^\n]{0,300}?\bname=(?:"([^"\n]{1,100})"|'?([^"'\s;]{1,100}))[^\n]{0,300}\n(?:[^\n]{1,300}\n){0,5}?\r?\n/gim;
const PRIVATE_KEY = /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)/g;
/** What stands before the @ of an address, after a name and a colon. */
const USER_PASSWORD = /(:\/\/[^\s/?#:@"'<>]{0,100}:)[^\s/?#@"'<>]{1,200}(?=@)/g;

type Place = { readonly from: number; readonly end: number; readonly shown: string };

/** Replaces what `placeOf` finds after each match; it is searched on from there. */
function replaceAfter(
  text: string,
  pattern: RegExp,
  placeOf: (match: RegExpExecArray, from: number) => Place | null,
): string {
  const parts: string[] = [];
  let done = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const place = placeOf(match, match.index + match[0].length);
    if (!place || place.end <= place.from) continue;
    parts.push(text.slice(done, place.from), place.shown);
    done = place.end;
    pattern.lastIndex = done;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

/** Where a text next stands; the end of everything where it does not. */
function endBefore(text: string, mark: string, from: number): number {
  const place = text.indexOf(mark, from);
  return place === -1 ? text.length : place;
}

/** The parts of a form (RFC 7578), each up to the next line that begins like a boundary. */
const maskFormParts = (text: string) =>
  replaceAfter(text, FORM_PART, (part, from) =>
    isSecretName(part[1] ?? part[2] ?? "")
      ? { from, end: Math.max(from, endBefore(text, "\n--", from - 1)), shown: MASK }
      : null,
  );

const maskPrivateKeys = (text: string) =>
  replaceAfter(text, PRIVATE_KEY, (_, from) => ({
    from,
    end: endBefore(text, "-----END", from),
    shown: MASK,
  }));

const maskElements = (text: string) =>
  replaceAfter(text, ELEMENT, ([, tag = "", name = "", data, within], from) => {
    if (!isSecretName(name)) return null;
    return { from, end: endBefore(text, data ? "]]>" : within ? `</${tag}` : "<", from), shown: MASK };
  });

/** Values after their names; a pattern catches the quotation mark of the name first, then the name. */
const maskAfterNames = (text: string, pattern: RegExp) =>
  replaceAfter(text, pattern, ([, mark = "", name = ""], from) => {
    const value = isSecretName(name) ? findValue(text, from) : null;
    if (!value) return null;
    const quote = value.quote || mark;
    return { from, end: value.end, shown: `${quote}${MASK}${quote}` };
  });

/** Members of JSON, of what was cut off JSON, and of JSON in texts of JSON; pairs and elements of name and value. */
const maskMembers = (text: string) =>
  [NAMED_ATTRIBUTE, NAMED_MEMBER, MEMBER_NAME].reduce(maskAfterNames, text);

const maskPhpMembers = (text: string) =>
  replaceAfter(text, PHP_MEMBER, ([, quote = "", name = ""], from) =>
    isSecretName(name) ? { from, end: endBefore(text, `${quote};`, from), shown: MASK } : null,
  );

/** Up to the quotation mark that ends the header, but no further than its line. */
const maskQuotedHeaders = (text: string) =>
  replaceAfter(text, QUOTED_HEADER, ({ index, 1: name = "" }, from) => {
    const header = isSecretName(name) ? findValue(text, index) : null;
    if (!header) return null;
    const closed = text.slice(from, header.end).endsWith(header.quote);
    const end = header.end - (closed ? header.quote.length : 0);
    const line = text.slice(from, end).search(/[\r\n]/);
    return { from, end: line === -1 ? end : from + line, shown: MASK };
  });

const maskQuoted = (text: string) =>
  replaceAfter(text, QUOTED, ([, name = ""], from) => {
    const value = isSecretName(name) ? findValue(text, from) : null;
    // An attack's lone quotation mark opens nothing: the lines after it are no value.
    if (!value || value.quote === "" || text.slice(from, value.end).includes("\n")) return null;
    return { from, end: value.end, shown: `${value.quote}${MASK}${value.quote}` };
  });

/** Header lines with the lines that they go on in (RFC 9112, 5.2), and lines of YAML. */
const maskHeaders = (text: string) =>
  replaceAfter(text, HEADER_NAME, ([, within, name = ""], from) => {
    if (!isSecretName(name)) return null;
    const pattern = within === "" ? FOLDED_VALUE : LINE_VALUE;
    pattern.lastIndex = from;
    const [whole = "", value = ""] = pattern.exec(text) ?? [];
    const end = from + whole.length;
    return { from: end - value.length, end, shown: MASK };
  });

/** Text of a parameter may be encoded twice, with another address in it. */
const MAX_ENCODED = 3;

/** Percent-encoded ASCII; what is left encoded (`%25` and other bytes) is no part of a name. */
const decoded = (text: string) =>
  text
    .replaceAll("+", " ")
    .replace(/%(?!25)([0-7][\da-f])/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );

const encoded = (text: string) =>
  text.replace(/[^\w.~%-]/g, (character) =>
    character === " "
      ? "+"
      : character > "~"
        ? character
        : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

/** The value of a parameter without the secrets that stand in it percent-encoded: JSON, addresses. */
function maskEncoded(value: string, layers: number): string {
  if (layers === 0 || !value.includes("%")) return value;
  const plain = decoded(value);
  const masked = maskIn(plain, layers - 1);
  // What is not changed stays as it came, however it was encoded.
  return masked === plain ? value : encoded(masked);
}

const isMaskedText = (value: string) => /^\\{0,15}["']/.test(value) && value.includes(MASK);

function maskIn(text: string, layers: number): string {
  const structured = maskElements(maskFormParts(maskMembers(maskPhpMembers(maskPrivateKeys(text)))));
  return maskQuoted(maskHeaders(maskQuotedHeaders(structured)))
    .replace(PARAMETER, (whole, name: string, equals: string, value: string) => {
      if (isMaskedText(value)) return whole;
      return `${name}${equals}${isSecretName(decoded(name)) ? MASK : maskEncoded(value, layers)}`;
    })
    .replace(USER_PASSWORD, `$1${MASK}`);
}

/**
 * Takes secrets out of a sample: headers, URL and form parameters, JSON members and elements that are named like
 * one, private keys, and passwords of addresses. Works on text, since samples come in any shape, cut off too;
 * everything else stays as it came.
 */
export function maskSecrets(text: string): { text: string; masked: boolean } {
  const masked = maskIn(text, MAX_ENCODED);
  return { text: masked, masked: masked !== text };
}

/** A value as it may be shown beside its name. */
export function maskNamed(name: string, value: string): string {
  return isSecretName(name) && value !== "" ? MASK : maskSecrets(value).text;
}
