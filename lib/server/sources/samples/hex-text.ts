/** Control characters but tab and line feed: shown as dots, as packet viewers do. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/**
 * The text of hexadecimal bytes, read as UTF-8; bytes that are none become U+FFFD, control characters dots.
 *
 * @returns `null` when the text is not hexadecimal: then it is readable as it stands.
 */
export function hexText(hex: string): string | null {
  const digits = hex.replace(/^0x/i, "").replace(/\s+/g, "");
  if (digits === "" || digits.length % 2 !== 0 || !/^[\da-f]+$/i.test(digits)) return null;
  const text = new TextDecoder().decode(Buffer.from(digits, "hex"));
  return text.replaceAll("\r\n", "\n").replace(CONTROL, "·");
}
