import { looksLikeAddress } from "../address";

/** Digits, dots, colons and a prefix length: whoever writes this means an address. */
const ADDRESS_LIKE = /^(?=.*[.:])[\da-f.:]+(?:\/\d*)?$|\/\d*$/i;

/** Whether the text was meant as an address or network and is none. */
export function isMistypedAddress(text: string): boolean {
  return ADDRESS_LIKE.test(text) && !looksLikeAddress(text);
}
