import { MASK } from "@/lib/events/mask";
import { isShownHeader } from "./header-names";
import { maskSecrets } from "./mask-secrets";

/** A header line, with the lines that it goes on in; what follows `http:` in a start line is none. */
const HEADER_LINE =
  /^([\w.-]{1,100})([ \t]{0,20}:[ \t]*)(?!\/\/)((?:\r?\n[ \t]+)?\S[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)/gm;

/**
 * Takes secrets out of a request or response: every header that is not known to be harmless, and what
 * {@link maskSecrets} finds anywhere.
 */
export function maskMessage(text: string): { text: string; masked: boolean } {
  const end = text.indexOf("\n\n");
  const head = end === -1 ? text : text.slice(0, end);
  const shownHead = head.replace(HEADER_LINE, (whole, name: string, colon: string) =>
    isShownHeader(name) ? whole : `${name}${colon}${MASK}`,
  );
  const masked = maskSecrets(shownHead + text.slice(head.length)).text;
  return { text: masked, masked: masked !== text };
}
