import { FACT_LABELS, factValue } from "../fact";
import type { Guidance } from "./guidance-schema";
import {
  blockSteps,
  cautions,
  type GuidanceFacts,
  type GuidedEvent,
  hostName,
  named,
  tally,
  targetName,
} from "./guidance-subject";

type Advice = Omit<Guidance, "code">;
type Adviser = (event: GuidedEvent, facts: GuidanceFacts) => Advice;

const CHECK_LATER = "Look at the attack log again after a day and undo the change where it hit real users.";

function originOf({ attackers }: GuidedEvent): string {
  const countries = [
    ...new Set(attackers.map(({ country }) => country).filter((country) => country !== null)),
  ];
  return countries.length > 0 ? named(countries) : "the attack's region";
}

/** The eight codes of EventSuggest, in our words. */
const ADVISERS: ReadonlyMap<string, Adviser> = new Map<string, Adviser>([
  [
    "ProtectInterface",
    (event) => ({
      title: "Shield the administration interface",
      why: `The attack on ${targetName(event)} aims at what looks like an administration interface (${tally(event)}). Few people need to reach it.`,
      steps: [
        `Check whether ${targetName(event)} serves administration.`,
        "Write down from which networks, and by which paths, your staff use it.",
        `Add a custom access rule that lets only these reach ${targetName(event)}.`,
        ...cautions(event),
        CHECK_LATER,
      ],
    }),
  ],
  [
    "BlockArea",
    (event) => ({
      title: "Shut out a region without business",
      why: `The attack comes from ${originOf(event)} (${tally(event)}).`,
      steps: [
        `Compare ${originOf(event)} with the regions that the users of ${hostName(event)} come from.`,
        `If nobody legitimate comes from there, block ${originOf(event)} for ${hostName(event)} by region.`,
        ...blockSteps(event, "by address if the region must stay open"),
        CHECK_LATER,
      ],
    }),
  ],
  [
    "SwitchBlock",
    (event) => ({
      title: "Switch the rule from alert to block",
      why: `The rule that matched on ${targetName(event)} only alerts (${tally(event)}).`,
      steps: [
        `Find the rule in the attack log of ${hostName(event)}.`,
        "Read some of its matches from other clients and look for false positives.",
        "Exclude the requests that are legitimate.",
        "Switch the rule to block.",
        CHECK_LATER,
      ],
    }),
  ],
  [
    "FixBug",
    (event, { intelligence }) => ({
      title: "Close the weakness that is being tried",
      why: `The attack on ${targetName(event)} may find a real weakness (${tally(event)}).`,
      steps: [
        intelligence.length > 0
          ? `Check ${targetName(event)} for ${named(intelligence)}.`
          : `Check which software serves ${targetName(event)} and which weaknesses are known for its version.`,
        "Search the application's own log for answers that the attack should not have had.",
        "Install the fix, or switch the weak function off until there is one.",
        `Until then, let the WAF block what aims at it on ${hostName(event)}.`,
        ...cautions(event),
      ],
    }),
  ],
  [
    "SwitchStrict",
    (event) => ({
      title: "Use stricter rules",
      why: `The present rules let this kind of attack on ${hostName(event)} go on (${tally(event)}).`,
      steps: [
        `Read the normal traffic of ${hostName(event)} for requests that a stricter rule set would stop.`,
        "Exclude those requests first.",
        `Set the rule group and the scan protection of ${hostName(event)} to a stricter level.`,
        CHECK_LATER,
      ],
    }),
  ],
  [
    "ProtectFile",
    (event) => ({
      title: "Remove what a scan must not find",
      why: `The attackers look for files and paths on ${hostName(event)} (${tally(event)}).`,
      steps: [
        `Search ${hostName(event)} for backups, archives, configuration, logs and version control folders that the web server delivers.`,
        "Move them out of the web root, or deny access to them.",
        "See in the access log whether one of them was fetched; if so, replace the secrets in it.",
        ...blockSteps(event, "while the scan goes on"),
      ],
    }),
  ],
  [
    "BlockIP",
    (event) => ({
      title: "Block the attacking addresses",
      why: `The source has a bad record (${tally(event)}).`,
      steps: [
        `Check that no customer, partner or monitoring of ${hostName(event)} uses the address.`,
        ...blockSteps(event, "with an address block list"),
        "Keep watching: the same attacker may return from another address.",
      ],
    }),
  ],
  [
    "KeepConcerned",
    (event) => ({
      title: "Keep watching",
      why: `No threat was made out (${tally(event)}).`,
      steps: [
        "Leave the rules as they are.",
        `Look at ${hostName(event)} again if the count rises or another target joins.`,
      ],
    }),
  ],
]);

/** For an event whose detail is not there, or whose suggestion is none of the eight. */
const byOutcome: Adviser = (event) => ({
  title: event.outcome === "blocked" ? "Confirm that nothing came through" : "Judge the attack, then stop it",
  why: `The cloud gives no known suggestion for this event (${tally(event)}).`,
  steps: [
    `Read the attack log of ${hostName(event)} for this event.`,
    event.outcome === "blocked"
      ? "Look for requests of the same attackers that no rule matched."
      : `Check whether ${targetName(event)} answered any of these requests with success.`,
    ...blockSteps(event, "in the WAF if they go on"),
  ],
});

/** Guidance for a WAF threat event, by its EventSuggest. */
export function threatGuidance(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  const suggestion = factValue(facts.facts, FACT_LABELS.suggestion);
  const advise = ADVISERS.get(suggestion ?? "") ?? byOutcome;
  return { code: suggestion ?? `threat-${event.outcome}`, ...advise(event, facts) };
}
