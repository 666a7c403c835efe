import { MASK } from "@/lib/events/mask";

const SECRET_NAME =
  /authorization|cookie|token|passw|passphrase|^pass$|^pwd$|secret|(?:api|access|private)[-_]?key|sess(?:ion)?[-_]?id|credential|signature/i;

/** A place in a list, which lets nobody in. */
const PAGE_MARK = /^next[-_]?token$/i;

/** The name of a header, parameter or JSON member whose value lets somebody in. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !PAGE_MARK.test(name);
}

const HEADER_LINE = /^([\w-]{1,100})(:[ \t]*)(\S.*)$/gm;
const PARAMETER = /(?<=^|[?&;\s])([\w.[\]%-]{1,100})(=)([^&;\s]+)/g;
const JSON_MEMBER = /"([^"\\\n]{1,100})"(\s*:\s*)("(?:\\.|[^"\\])*"|\[[^\]]*\]|[\w.+-]+)/g;

/**
 * Takes secrets out of a sample: headers, URL and form parameters, and JSON members that are named like
 * one. Works on text, since samples come in any shape; everything else stays as it came.
 */
export function maskSecrets(text: string): { text: string; masked: boolean } {
  const masked = text
    .replace(JSON_MEMBER, (whole, name: string, colon: string) =>
      isSecretName(name) ? `"${name}"${colon}"${MASK}"` : whole,
    )
    .replace(HEADER_LINE, (whole, name: string, colon: string) =>
      isSecretName(name) ? `${name}${colon}${MASK}` : whole,
    )
    .replace(PARAMETER, (whole, name: string, equals: string) =>
      isSecretName(name) ? `${name}${equals}${MASK}` : whole,
    );
  return { text: masked, masked: masked !== text };
}
