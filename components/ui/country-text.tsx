"use client";

import { useMounted } from "@mantine/hooks";
import { useLocale } from "next-intl";
import { FoldableText } from "@/components/ui/foldable-text";
import { formatCountry } from "@/lib/format/country";

/**
 * A country by name. The server and the first render show it as it came: Node and the browsers name some
 * countries differently (Hong Kong, Macao, the Falkland Islands), and both must render the same text.
 */
export function CountryText({ country }: { country: string }) {
  const language = useLocale();
  const mounted = useMounted();
  return <FoldableText text={mounted ? formatCountry(country, language) : country} />;
}
