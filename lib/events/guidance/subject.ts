import { isInternalAddress, isMasked } from "../address";
import type { Attacker, SecurityEvent } from "../event";
import { FACT_LABELS, type Fact, factValue } from "../fact";
import type { SubjectWords } from "./guidance-texts";

/** The parts of an event that guidance speaks about. */
export type GuidedEvent = Pick<
  SecurityEvent,
  "source" | "type" | "title" | "outcome" | "attackCount" | "blockedCount" | "attackers" | "target"
>;

/** What is known beyond the event: the detail's facts and threat intelligence labels. */
export type GuidanceFacts = { readonly facts: readonly Fact[]; readonly intelligence: readonly string[] };

/** An event as its guidance names it, in one language. Values of attackers are shortened, nothing else. */
export type Subject = {
  readonly title: string;
  /** What was attacked, as precisely as the event says. */
  readonly target: string;
  /** The host or server that was attacked. */
  readonly host: string;
  /** What the product did, in one phrase: "20 attacks, all blocked". */
  readonly tally: string;
  /** The countries that the attack came from. */
  readonly origin: string;
  /** The hosts of ours that called out. */
  readonly inner: string;
  /** Known weaknesses that the attack tries; null when none is named. */
  readonly weaknesses: string | null;
  readonly rule: string | null;
  /** The attack was traced to a weakness of the application. */
  readonly weak: boolean;
  readonly blocked: boolean;
  /** Accounts that took part; null when there is none. */
  readonly accounts: string | null;
  /** Steps that keep somebody from blocking what must not be blocked. */
  readonly cautions: readonly string[];
  /** The step that blocks the attackers, followed by the cautions. */
  readonly block: (where: string) => readonly string[];
};

/** More names than these make a sentence unreadable. */
const MAX_NAMES = 3;
/** Values come from attackers and may be of any length. */
const MAX_NAME_LENGTH = 80;

const shortened = (name: string) =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;

const isBackToOrigin = ({ tags }: Attacker) => tags.some((tag) => /back-to-origin|回源/i.test(tag));

/** What must not be blocked as it stands, by the reason. */
function cautionsOf(addresses: readonly Attacker[], named: Named, words: SubjectWords): string[] {
  const values = addresses.map(({ value }) => value);
  const origin = addresses.filter(isBackToOrigin).map(({ value }) => value);
  const masked = values.filter(isMasked);
  const internal = values.filter(isInternalAddress);
  return [
    ...(origin.length > 0 ? [words.backToOrigin(named(origin))] : []),
    ...(masked.length > 0 ? [words.masked(named(masked))] : []),
    ...(internal.length > 0 ? [words.internal(named(internal))] : []),
  ];
}

type Named = (names: readonly string[]) => string;

function targetOf({ target }: GuidedEvent): string {
  const { host, path, server, resource, addresses } = target;
  return `${host ?? ""}${path ?? ""}` || server || resource || addresses[0] || "";
}

function hostOf({ target: { server, host, resource, addresses } }: GuidedEvent): string {
  return server ?? host ?? resource ?? addresses[0] ?? "";
}

/** Names everything that guidance speaks about. */
export function subjectOf(
  event: GuidedEvent,
  { facts, intelligence }: GuidanceFacts,
  words: SubjectWords,
): Subject {
  const named: Named = (names) => {
    const shown = names.slice(0, MAX_NAMES).map(shortened).join(words.comma);
    return names.length > MAX_NAMES ? words.more(shown, names.length - MAX_NAMES) : shown;
  };
  const namedOrNull = (names: readonly string[]) => (names.length > 0 ? named(names) : null);
  const addresses = event.attackers.filter(({ kind }) => kind === "ip");
  const blockable = addresses
    .filter((attacker) => !isBackToOrigin(attacker))
    .map(({ value }) => value)
    .filter((value) => !isMasked(value) && !isInternalAddress(value));
  const countries = event.attackers.map(({ country }) => country).filter((country) => country !== null);
  const accounts = event.attackers.filter(({ kind }) => kind === "account").map(({ value }) => value);
  const cautions = cautionsOf(addresses, named, words);
  const host = shortened(hostOf(event) || words.theHost);
  const inner = factValue(facts, FACT_LABELS.innerHosts) ?? event.target.addresses.slice(0, 3).join(", ");
  return {
    title: event.title,
    target: shortened(targetOf(event) || words.theTarget),
    host,
    tally: words.tally(event),
    origin: namedOrNull([...new Set(countries)]) ?? words.theRegion,
    inner: inner || host,
    weaknesses: namedOrNull(intelligence),
    rule: factValue(facts, FACT_LABELS.rule),
    weak: factValue(facts, FACT_LABELS.vulnerability)?.toLowerCase() === "yes",
    blocked: event.outcome === "blocked",
    accounts: namedOrNull(accounts),
    cautions,
    block: (where) => [...(blockable.length > 0 ? [words.block(named(blockable), where)] : []), ...cautions],
  };
}
