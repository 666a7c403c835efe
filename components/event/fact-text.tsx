import { useTranslations } from "next-intl";
import { CountryText } from "@/components/ui/country-text";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import { instantSchema } from "@/lib/events/event";
import type { Fact } from "@/lib/events/fact";

/** What the sources add to a bare code, or give in place of one, and the keys of their words. */
const MEANINGS = {
  account: "account",
  alert: "alert",
  "basic protection": "basicProtection",
  block: "block",
  "elastic address": "elasticAddress",
  "elastic address of a NAT gateway": "elasticNat",
  "elastic address of a server": "elasticServer",
  in: "in",
  ip: "ip",
  no: "no",
  out: "out",
  "public address of a NAT gateway": "publicNat",
  "public address of a load balancer": "publicBalancer",
  "public address of a server": "publicServer",
  "threat intelligence": "threatIntelligence",
  "virtual patching": "virtualPatching",
  yes: "yes",
} as const;

const isKnown = (text: string): text is keyof typeof MEANINGS => Object.hasOwn(MEANINGS, text);

/** `2 (block)`: a code with its meaning; the words for meanings hold no brackets. */
const EXPLAINED = /^(.+) \(([^()]+)\)$/s;

const COUNTRIES = ["Attacker country", "Source country"];

/** A fact's value in the reader's language as far as its words are ours, and in the console's time zone. */
export function FactText({ label, value }: Fact) {
  const t = useTranslations("event.meanings");
  if (COUNTRIES.includes(label)) return <CountryText country={value} />;
  if (instantSchema.safeParse(value).success) return <InstantText instant={value} />;
  if (isKnown(value)) return t(MEANINGS[value]);
  const [, code = "", meaning = ""] = EXPLAINED.exec(value) ?? [];
  return (
    <FoldableText text={isKnown(meaning) ? t("explained", { code, meaning: t(MEANINGS[meaning]) }) : value} />
  );
}
