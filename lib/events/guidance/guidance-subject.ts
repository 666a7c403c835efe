import { isInternalAddress, isMasked } from "../address";
import type { Attacker, SecurityEvent } from "../event";
import type { Fact } from "../fact";

/** The parts of an event that guidance speaks about. */
export type GuidedEvent = Pick<
  SecurityEvent,
  "source" | "type" | "title" | "outcome" | "attackCount" | "blockedCount" | "attackers" | "target"
>;

/** What is known beyond the event: the detail's facts and threat intelligence labels. */
export type GuidanceFacts = { readonly facts: readonly Fact[]; readonly intelligence: readonly string[] };

/** More names than these make a sentence unreadable. */
const MAX_NAMES = 3;
/** Values come from attackers and may be of any length. */
const MAX_NAME_LENGTH = 80;

const shortened = (name: string) =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;

/** "a, b, c and 4 more". */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map(shortened).join(", ");
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}

/** What was attacked, as precisely as the event says. */
export function targetName({ target }: Pick<GuidedEvent, "target">): string {
  const { host, path, server, resource, addresses } = target;
  const web = `${host ?? ""}${path ?? ""}`;
  return shortened(web || server || resource || addresses[0] || "the target");
}

/** The host or server that was attacked. */
export function hostName({ target }: Pick<GuidedEvent, "target">): string {
  return shortened(target.server ?? target.host ?? target.resource ?? target.addresses[0] ?? "the host");
}

const isBackToOrigin = ({ tags }: Attacker) => tags.some((tag) => /back-to-origin|回源/i.test(tag));

/** Attackers that can be put on a block list as they stand. */
export function blockable({ attackers }: Pick<GuidedEvent, "attackers">): string[] {
  return attackers
    .filter((attacker) => attacker.kind === "ip" && !isBackToOrigin(attacker))
    .map(({ value }) => value)
    .filter((value) => !isMasked(value) && !isInternalAddress(value));
}

/** Steps that keep somebody from blocking what must not be blocked. */
export function cautions({ attackers }: Pick<GuidedEvent, "attackers">): string[] {
  const addresses = attackers.filter((attacker) => attacker.kind === "ip");
  const origin = addresses.filter(isBackToOrigin).map(({ value }) => value);
  const masked = addresses.map(({ value }) => value).filter(isMasked);
  const internal = addresses.map(({ value }) => value).filter(isInternalAddress);
  return [
    ...(origin.length > 0
      ? [
          `Do not block ${named(origin)}: it forwards other people's traffic (back-to-origin). Find the client in X-Forwarded-For.`,
        ]
      : []),
    ...(masked.length > 0
      ? [`Do not put ${named(masked)} on a block list: it is masked. Look up the full address first.`]
      : []),
    ...(internal.length > 0
      ? [`Do not block ${named(internal)}: it is an inside address. Find the host that uses it.`]
      : []),
  ];
}

/** The step that blocks the attackers, followed by what must not be blocked. */
export function blockSteps(event: Pick<GuidedEvent, "attackers">, where: string): string[] {
  const addresses = blockable(event);
  const block = addresses.length > 0 ? [`Block ${named(addresses)} ${where}.`] : [];
  return [...block, ...cautions(event)];
}

/** "20 attacks, all blocked": what the product did, in one phrase. */
export function tally({ attackCount, blockedCount, outcome }: GuidedEvent): string {
  const attacks = attackCount === 1 ? "1 attack" : `${attackCount} attacks`;
  if (outcome === "blocked") return `${attacks}, all blocked`;
  if (outcome === "not-blocked") return `${attacks}, none blocked`;
  return outcome === "partly-blocked" && blockedCount !== null
    ? `${attacks}, ${blockedCount} blocked`
    : `${attacks}; whether they were blocked is not known`;
}
