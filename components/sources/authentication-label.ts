import type { useTranslations } from "next-intl";

/** How a connection signs in, as the server says it, and the keys of its words in `sources.authentication`. */
const KEYS = {
  "Access key": "accessKey",
  "Temporary access key": "temporaryKey",
  "Temporary access key (STS)": "stsKey",
  "Alibaba Cloud credential chain": "chain",
  "IAM user token": "iamToken",
} as const;

const isKnown = (text: string): text is keyof typeof KEYS => Object.hasOwn(KEYS, text);

/** How a connection signs in, in the reader's language; an unknown way as the server says it. */
export function authenticationLabel(
  authentication: string,
  t: ReturnType<typeof useTranslations<"sources">>,
): string {
  return isKnown(authentication) ? t(`authentication.${KEYS[authentication]}`) : authentication;
}
